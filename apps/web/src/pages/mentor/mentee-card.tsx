import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useWaits } from '../../live/outbox';
import { Badge, DueBadge, StatusBadge } from '../../shared/badges';
import { commandOfTask } from '../../shared/guard-commands';
import { Icon } from '../../shared/icon';
import { PersonName } from '../../shared/person-name';
import type { Mentee } from './mentees';
import styles from './mentor.module.css';

const CommandForm = lazy(async () => ({ default: (await import('../../shared/command-form')).CommandForm }));

const Tick = ({ words }: { readonly words: string }) => (
  <p className={styles.tick}>
    <Icon name="check" />
    {words}
  </p>
);

/** One person: what is done this month, and a large button for what is not. */
export function MenteeCard({ line, journey, work }: Mentee) {
  const { t } = useTranslation('mentees');
  const days = useDays();
  const waits = useWaits();
  const path = `/mentees/${line.id}`;
  const placement = work?.placement;
  const [month] = work?.due ?? [];
  const [early] = work?.open ?? [];
  const kept = <Badge tone="soon">{t('willBeSent')}</Badge>;
  return (
    <li className={styles.card}>
      <h2>
        <PersonName name={line.name} id={line.person} />
      </h2>
      {line.status === 'open' ? null : <StatusBadge status={line.status} />}
      {placement === undefined ? null : (
        <p className="soft">
          {placement.ended !== undefined
            ? t('ended')
            : placement.startedOn === undefined
              ? t('begins', { day: days.day(placement.from) })
              : t('until', { day: days.day(placement.to) })}
        </p>
      )}
      {work?.isRunning !== true ? null : waits(line.id, 'check-in') ? (
        <p>
          {t('checkIn')}: {kept}
        </p>
      ) : work.isCheckedIn ? (
        <Tick words={t('checkInDone')} />
      ) : (
        <Button component={Link} to={`${path}/check-in`} size="lg">
          {t('checkIn')}
        </Button>
      )}
      {waits(line.id, 'confirm-month') ? (
        <p>
          {t('monthDone')}: {kept}
        </p>
      ) : month !== undefined ? (
        <Button component={Link} to={`${path}/month`} size="lg">
          {t('monthOpen', { month: days.month(month) })}
        </Button>
      ) : placement?.startedOn === undefined ? null : (
        <>
          <Tick words={t('monthDone')} />
          {early === undefined || work?.isRunning !== true ? null : (
            <Button component={Link} to={`${path}/month`} variant="default" size="md">
              {t('monthEarly', { month: days.month(early) })}
            </Button>
          )}
        </>
      )}
      {journey === undefined ? null : <MoreActs line={line} placement={placement?.id} />}
    </li>
  );
}

/** What else waits for the mentor, such as the first day or an evaluation. */
function MoreActs({
  line: { id, tasks },
  placement,
}: {
  readonly line: Mentee['line'];
  readonly placement: string | undefined;
}) {
  const { t } = useTranslation('mentees');
  const word = useWords();
  const [doing, act] = useState<string>();
  const acts = tasks.flatMap((task) => {
    const command = commandOfTask(task);
    return task.who === 'mentor' && command !== undefined && command !== 'confirm-month'
      ? [{ ...task, command }]
      : [];
  });
  if (acts.length === 0) return null;
  return (
    <details>
      <summary>{t('more')}</summary>
      {acts.map(({ key, command, dueOn, overdue }) => (
        <div key={key}>
          <Button
            variant="light"
            fullWidth
            size="md"
            aria-expanded={doing === command}
            onClick={() => act(doing === command ? undefined : command)}
          >
            {word('commands', command)}
          </Button>
          {dueOn === undefined ? null : <DueBadge day={dueOn} overdue={overdue} />}
          {doing === command ? (
            <Suspense>
              <CommandForm
                journey={id}
                command={command}
                fixed={placement === undefined ? {} : { placement }}
                onDone={() => act(undefined)}
              />
            </Suspense>
          ) : null}
        </div>
      ))}
    </details>
  );
}
