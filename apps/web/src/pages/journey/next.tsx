import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey, PossibleCommand } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { DueBadge } from '../../shared/badges';
import { CommandForm } from '../../shared/command-form';
import { commandSchemasQuery } from '../../shared/command-schema';
import { commandOfTask, commandOfGuard } from '../../shared/guard-commands';
import { RefusalGuide } from '../../shared/refusal';
import { RemindButton, RemindOfGuard, useMayRemind } from '../../shared/remind';
import { useTaskText } from '../../shared/task-text';
import { journeyTasksQuery } from '../../api/journey-tasks';
import styles from './journey.module.css';

/** What is next and who must act; then each stage that may follow, with what keeps the journey from it. */
export function Next({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation(['journey', 'common']);
  const word = useWords();
  const text = useTaskText();
  const me = useMe();
  const mayRemind = useMayRemind();
  const { data: tasks } = useQuery({
    ...journeyTasksQuery(journey.id),
    enabled: me.actions.has('inbox.read'),
  });
  const { data: schemas } = useQuery(commandSchemasQuery);
  const [doing, act] = useState<{
    readonly command: string;
    readonly fixed?: Readonly<Record<string, string>>;
  }>();
  const mine = (command: string | undefined): command is string =>
    command !== undefined &&
    journey.commands.some((one) => one.command === command) &&
    me.by(schemas?.[command]?.by ?? []) !== undefined;
  const moves = journey.commands.filter(({ command }) => command === 'advance');
  const move = ({ about = '', unmet }: PossibleCommand) => (
    <li key={about}>
      {unmet.length === 0 ? (
        <Button onClick={() => act({ command: 'advance', fixed: { to: about } })}>
          {t('journey:moveTo', { stage: word('stages', about) })}
        </Button>
      ) : (
        <RefusalGuide
          title={t('journey:notYet', { stage: word('stages', about) })}
          unmet={unmet}
          act={(missing) => {
            const command = commandOfGuard(missing.guard);
            return mine(command) ? (
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
  return (
    <section className={styles.panel} aria-labelledby="next">
      <h2 id="next">{t('journey:next')}</h2>
      <ul>
        {(tasks ?? []).slice(0, 6).map((task) => {
          const command = commandOfTask(task);
          return (
            <li key={task.key} className={styles.task}>
              <span>
                {text(task)} <span className="soft">· {word('roles', task.who)}</span>
              </span>
              {task.dueOn === undefined ? null : (
                <DueBadge day={task.dueOn} overdue={task.overdue} today={journey.today} />
              )}
              {mine(command) ? (
                <Button size="compact-sm" variant="light" onClick={() => act({ command })}>
                  {word('commands', command)}
                </Button>
              ) : mayRemind(task) ? (
                <RemindButton journey={journey.id} task={task} />
              ) : null}
            </li>
          );
        })}
        {tasks?.length === 0 ? <li className="soft">{t('journey:nothingNext')}</li> : null}
        {moves.slice(0, 1).map(move)}
      </ul>
      {moves.length > 1 ? (
        <details>
          <summary>{t('journey:otherWays')}</summary>
          <ul>{moves.slice(1).map(move)}</ul>
        </details>
      ) : null}
      {doing === undefined ? null : (
        <Modal
          opened
          onClose={() => act(undefined)}
          title={word('commands', doing.command)}
          closeButtonProps={{ 'aria-label': t('common:act.close') }}
        >
          <CommandForm
            journey={journey.id}
            command={doing.command}
            {...(doing.fixed === undefined ? {} : { fixed: doing.fixed })}
            preview
            onDone={() => act(undefined)}
          />
        </Modal>
      )}
    </section>
  );
}
