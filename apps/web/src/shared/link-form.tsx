import { useQuery } from '@tanstack/react-query';
import { journeyQuery } from '../api/journey';
import type { components } from '../api/generated/schema';
import { todayHere } from '../i18n/dates';
import { CheckInForm } from './check-in-form';
import { CommandForm } from './command-form';
import { MonthForm } from './month-form';
import { openMonths } from './stay-months';
import { Loaded } from './states';

interface Props {
  readonly link: components['schemas']['OwnLink'];
  readonly command: string;
  readonly onDone: () => void;
}

/** The form of a command for the holder of a link: in the link's role, about its placement. */
export function LinkForm({ link, command, onDone }: Props) {
  const journey = useQuery(journeyQuery(link.journey));
  const by = { account: `link/${link.journey}`, role: link.role };
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
  return (
    <CommandForm
      journey={link.journey}
      command={command}
      by={by}
      fixed={link.placement === undefined ? {} : { placement: link.placement }}
      onDone={onDone}
    />
  );
}
