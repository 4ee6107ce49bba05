import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, memo, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { DueBadge } from '../../shared/badges';
import { useGuardText } from '../../shared/guard-text';
import { commandOfTask } from '../../shared/guard-commands';
import { PersonName } from '../../shared/person-name';
import { RemindButton, useMayRemind } from '../../shared/remind';
import { useTaskText } from '../../shared/task-text';
import { colleaguesQuery } from './inbox-queries';
import styles from './inbox.module.css';

const CommandForm = lazy(async () => ({ default: (await import('../../shared/command-form')).CommandForm }));
const SnoozeMenu = lazy(() => import('./snooze-menu'));

interface Props {
  /** What `onAct` and `onMenu` name it by. */
  readonly id: string;
  readonly task: Task;
  readonly name: { readonly given: string; readonly family: string } | undefined;
  /** The keyboard stands here. */
  readonly here: boolean;
  readonly acting: boolean;
  readonly waiting: boolean;
  /** The row whose form is to be open; undefined closes it. */
  readonly onAct: (id: string | undefined) => void;
  /** The menu that puts it off is open. */
  readonly menu: boolean;
  readonly onMenu: (id: string | undefined) => void;
}

/**
 * Person, what to do, why, due, what it blocks; the form of the act opens below. Kept as it is while nothing of it changes: a list
 * has hundreds of them, and a key moves between two.
 */
export const TaskRow = memo(function TaskRow({
  id,
  task,
  name,
  here,
  acting,
  waiting,
  onAct,
  menu,
  onMenu,
}: Props) {
  const { t } = useTranslation(['inbox', 'common']);
  const word = useWords();
  const days = useDays();
  const text = useTaskText();
  const guard = useGuardText();
  const me = useMe();
  const mayRemind = useMayRemind();
  const { data: colleagues } = useQuery({ ...colleaguesQuery, enabled: task.handedTo !== undefined });
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Some browsers answer a promise, which is no way to clean up.
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const command = commandOfTask(task);
  const own = me.roles.includes(task.who) || me.roles.includes('administrator');
  const path = `/journeys/${task.journey}`;
  return (
    <li ref={row} className={styles.task}>
      <div className={`${styles.row} ${here ? styles.here : ''}`}>
        <Link to={path} className={styles.who}>
          <PersonName name={name} id={task.person} />
        </Link>
        <div className={styles.what}>
          <p>{text(task)}</p>
          <p className={styles.why}>
            {[
              task.kind === 'guard'
                ? guard({ guard: task.key.split(':').slice(2, -1).join(':'), remedy: '' })
                : undefined,
              own ? undefined : word('roles', task.who),
              task.blocks === undefined
                ? undefined
                : t('inbox:blocks', { stage: word('stages', task.blocks) }),
              task.clockKind === 'S' ? t('inbox:statutory') : undefined,
              task.source === undefined ? undefined : t('inbox:source', { source: task.source }),
              task.followUpOn === undefined
                ? undefined
                : t('inbox:snoozedUntil', { day: days.day(task.followUpOn) }),
              task.remindedOn === undefined
                ? undefined
                : t('common:remind.on', { day: days.day(task.remindedOn) }),
              task.handedTo === undefined
                ? undefined
                : t('inbox:handedTo', {
                    name: colleagues?.find(({ account }) => account === task.handedTo)?.name ?? task.handedTo,
                  }),
            ]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
          </p>
        </div>
        {task.dueOn === undefined ? <span /> : <DueBadge day={task.dueOn} overdue={task.overdue} />}
        <div className={styles.acts}>
          {own && command !== undefined ? (
            <Button
              size="compact-sm"
              variant="light"
              aria-expanded={acting}
              onClick={() => onAct(acting ? undefined : id)}
            >
              {word('commands', command)}
            </Button>
          ) : mayRemind(task) ? (
            <RemindButton journey={task.journey} task={task} />
          ) : (
            <Button size="compact-sm" variant="default" component={Link} to={path}>
              {t('inbox:act')}
            </Button>
          )}
          {me.actions.has('inbox.snooze') && !waiting ? (
            <Suspense fallback={<span className={styles.place} />}>
              <SnoozeMenu task={task} opened={menu} onChange={(open) => onMenu(open ? id : undefined)} />
            </Suspense>
          ) : null}
        </div>
      </div>
      {acting && command !== undefined ? (
        <div className={styles.form}>
          <Suspense>
            <CommandForm journey={task.journey} command={command} onDone={() => onAct(undefined)} />
          </Suspense>
        </div>
      ) : null}
    </li>
  );
});
