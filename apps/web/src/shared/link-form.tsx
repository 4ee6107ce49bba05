import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { journeyQuery } from '../api/journey';
import type { components } from '../api/generated/schema';
import { todayHere } from '../i18n/dates';
import { newId } from '../live/drafts';
import { CheckInForm } from './check-in-form';
import { CommandForm } from './command-form';
import { commandSchemasQuery } from './command-schema';
import type { Giver } from './give';
import { MonthForm } from './month-form';
import { PaperField } from './paper-field';
import { Loaded } from './states';
import { openMonths } from './stay-months';
import { topicOf } from './upload';

interface Props {
  readonly link: components['schemas']['OwnLink'];
  readonly command: string;
  readonly onDone: () => void;
}

/** The form of a command for the holder of a link: in the link's role, about its placement. */
export function LinkForm({ link, command, onDone }: Props) {
  const journey = useQuery(journeyQuery(link.journey));
  const by: Giver = {
    account: `link/${link.journey}`,
    role: link.role,
    ...(link.organisation === undefined ? {} : { organisation: link.organisation }),
  };
  const about = { journey: link.journey, by, today: journey.data?.today ?? todayHere(), onDone };
  if (command === 'check-in')
    return (
      <Loaded query={journey} lines={3}>
        {({ state }) => <CheckInForm {...about} before={state.integration.checkIns.length} />}
      </Loaded>
    );
  if (command === 'confirm-month')
    return (
      <Loaded query={journey} lines={3}>
        {({ state, today }) => {
          const stay =
            link.placement === undefined
              ? Object.values(state.placements).at(-1)
              : state.placements[link.placement];
          if (stay === undefined) return null;
          return <MonthForm {...about} placement={stay.id} stay={stay} months={openMonths(stay, today)} />;
        }}
      </Loaded>
    );
  return <SignedForm link={link} command={command} by={by} onDone={onDone} />;
}

/** Any other command; the paper that it rests on is put in first. */
function SignedForm({ link: { journey, placement }, command, by, onDone }: Props & { readonly by: Giver }) {
  const schemas = useQuery(commandSchemasQuery);
  const [paper] = useState(() => ({
    topic: topicOf(command),
    reference: `${command}-${newId()}`.slice(0, 64),
  }));
  const [isKept, setKept] = useState(false);
  return (
    <Loaded query={schemas} lines={2}>
      {(all) => {
        const fields = Object.keys(all[command]?.data.properties ?? {});
        const asksPaper = fields.includes('evidence');
        return (
          <Stack>
            {asksPaper ? <PaperField journey={journey} paper={paper} onKept={() => setKept(true)} /> : null}
            <CommandForm
              journey={journey}
              command={command}
              by={by}
              fixed={{
                ...(placement === undefined ? {} : { placement }),
                ...(isKept ? { evidence: paper.reference } : {}),
              }}
              // Who approves an exception has an account.
              only={fields.filter((name) => name !== 'approvedBy')}
              onDone={onDone}
            />
          </Stack>
        );
      }}
    </Loaded>
  );
}
