import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { commandSchemasQuery } from '../../shared/command-schema';
import { ActOver } from './act';

/** Acts on the journey as a whole stand first; every other one that is open follows. */
const FIRST = ['hold', 'resume', 'reverse', 'close', 'reopen', 'withdraw', 'void'];
/** These have places of their own. */
const ELSEWHERE = [
  'advance',
  'correct',
  'nominate',
  'complain',
  'answer-complaint',
  'merge-person',
  'migrate-template',
];

/** Everything that the reader may do in this journey now; each with a look at what it would change. */
export function Acts({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const me = useMe();
  const { data: schemas } = useQuery(commandSchemasQuery);
  const [command, open] = useState<string>();
  const possible = [...new Set(journey.commands.map((one) => one.command))].filter(
    (one) => !ELSEWHERE.includes(one) && me.by(schemas?.[one]?.by ?? []) !== undefined,
  );
  const first = FIRST.filter((one) => possible.includes(one));
  const rest = possible
    .filter((one) => !FIRST.includes(one))
    .sort((one, other) => word('commands', one).localeCompare(word('commands', other)));
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" disabled={possible.length === 0}>
            {t('acts')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
          {first.map((one) => (
            <Menu.Item key={one} onClick={() => open(one)}>
              {word('commands', one)}
            </Menu.Item>
          ))}
          {first.length > 0 && rest.length > 0 ? <Menu.Divider /> : null}
          {rest.map((one) => (
            <Menu.Item key={one} onClick={() => open(one)}>
              {word('commands', one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {command === undefined ? null : (
        <ActOver journey={journey.id} doing={{ command }} onClose={() => open(undefined)} />
      )}
    </>
  );
}
