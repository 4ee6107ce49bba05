import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journeyTasksQuery } from '../../api/journey-tasks';
import type { Journey, PossibleCommand, Task } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { DueBadge } from '../../shared/badges';
import { commandSchemasQuery } from '../../shared/command-schema';
import { commandOfGuard } from '../../shared/guard-commands';
import { RefusalGuide } from '../../shared/refusal';
import { RemindOfGuard } from '../../shared/remind';
import { ActOver, type Doing } from './act';
import { NextRow } from './next-row';
import { nextTasks } from './next-tasks';
import styles from './journey.module.css';

const NO_TASKS: readonly Task[] = [];

/** What is next and who must act; then each stage that may follow, with what keeps the journey from it. */
export function Next({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const me = useMe();
  const { data: tasks = NO_TASKS, isSuccess } = useQuery({
    ...journeyTasksQuery(journey.id),
    enabled: me.actions.has('inbox.read'),
  });
  const { data: schemas } = useQuery(commandSchemasQuery);
  const [doing, act] = useState<Doing>();
  const isMine = (command: string | undefined): command is string =>
    command !== undefined &&
    journey.commands.some((one) => one.command === command) &&
    me.by(schemas?.[command]?.by ?? []) !== undefined;
  const moves = journey.commands.filter(({ command }) => command === 'advance');
  const ahead = moves[0];
  const { first, rest } = nextTasks(
    tasks,
    ahead !== undefined && ahead.unmet.length > 0 ? ahead.about : undefined,
  );
  const dueOf = (stage: string): Task | undefined =>
    tasks.find(({ kind, blocks, dueOn }) => kind === 'guard' && blocks === stage && dueOn !== undefined);
  const move = ({ about = '', unmet }: PossibleCommand) => {
    const due = dueOf(about);
    return (
      <li key={about}>
        {unmet.length === 0 ? (
          <Button onClick={() => act({ command: 'advance', fixed: { to: about } })}>
            {t('moveTo', { stage: word('stages', about) })}
          </Button>
        ) : (
          <RefusalGuide
            title={t('notYet', { stage: word('stages', about) })}
            unmet={unmet}
            {...(due?.dueOn === undefined
              ? {}
              : { beside: <DueBadge day={due.dueOn} overdue={due.overdue} today={journey.today} /> })}
            act={(missing) => {
              const command = commandOfGuard(missing.guard);
              return isMine(command) ? (
                <Button size="compact-sm" variant="light" onClick={() => act({ command })}>
                  {word('commands', command)}
                </Button>
              ) : (
                <RemindOfGuard journey={journey.id} stage={about} unmet={missing} />
              );
            }}
          />
        )}
      </li>
    );
  };
  const row = (task: Task) => (
    <NextRow
      key={task.key}
      journey={journey}
      task={task}
      isMine={isMine}
      onAct={(command) => act({ command })}
    />
  );
  return (
    <section className={styles.panel} aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      <ul>
        {first.map(row)}
        {isSuccess && tasks.length === 0 ? <li className="soft">{t('nothingNext')}</li> : null}
        {moves.slice(0, 1).map(move)}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{t('moreNext', { count: rest.length })}</summary>
          <ul>{rest.map(row)}</ul>
        </details>
      ) : null}
      {moves.length > 1 ? (
        <details>
          <summary>{t('otherWays')}</summary>
          <ul>{moves.slice(1).map(move)}</ul>
        </details>
      ) : null}
      {doing === undefined ? null : (
        <ActOver journey={journey.id} doing={doing} onClose={() => act(undefined)} />
      )}
    </section>
  );
}
