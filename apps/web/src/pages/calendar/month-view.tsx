import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { todayHere, useDays } from '../../i18n/dates';
import type { Tone } from '../../shared/badges';
import { Icon, type IconName } from '../../shared/icon';
import type { Entry, Kind } from './entries';
import { weeksOf } from './month';
import styles from './calendar.module.css';

const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
/** Entries of a day that are named; the rest stand in the list. */
const MOST = 3;

export const toneOf = ({ kind, overdue }: Pick<Entry, 'kind' | 'overdue'>): Tone =>
  overdue === true ? 'late' : TONES[kind];
const TONES: Readonly<Record<Kind, Tone>> = {
  trip: 'active',
  interview: 'held',
  event: 'done',
  due: 'waiting',
};

const ICONS: Readonly<Record<Kind, IconName>> = {
  trip: 'path',
  interview: 'note',
  event: 'people',
  due: 'clock',
};

interface Props {
  /** `YYYY-MM` */
  readonly month: string;
  readonly entries: readonly Entry[];
  /** Shows the list, where a day has more than fits. */
  readonly onMore: () => void;
}

/** A month from Monday to Sunday. */
export function MonthView({ month, entries, onMore }: Props) {
  const { t } = useTranslation('calendar');
  const days = useDays();
  const today = todayHere();
  const kindOf = ({ overdue, kind }: Entry): string => t(overdue === true ? 'late' : `kinds.${kind}`);
  return (
    <table className={styles.month}>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const here = entries.filter(({ on }) => on === day);
              const look = [
                day.startsWith(month) ? '' : styles.beyond,
                day === today ? styles.today : '',
              ].join(' ');
              return (
                <td key={day} className={look} aria-current={day === today ? 'date' : undefined}>
                  <span className={styles.number} title={days.day(day)}>
                    {Number(day.slice(8))}
                  </span>
                  <ul className={styles.entries}>
                    {here.slice(0, MOST).map((entry) => (
                      <li
                        key={entry.id}
                        title={`${kindOf(entry)}: ${entry.what}`}
                        className={entry.overdue === true ? styles.late : ''}
                      >
                        <Icon name={ICONS[entry.kind]} size={14} />{' '}
                        <span className="hidden-text">{kindOf(entry)}: </span>
                        {entry.journey === undefined ? (
                          entry.what
                        ) : (
                          <Link to={`/journeys/${entry.journey}`}>{entry.what}</Link>
                        )}
                      </li>
                    ))}
                  </ul>
                  {here.length > MOST ? (
                    <Button size="compact-xs" variant="subtle" onClick={onMore}>
                      {t('more', { count: here.length - MOST })}
                    </Button>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
