import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { useProgramme } from '../../frame/programme';
import { todayHere, useDays } from '../../i18n/dates';
import { Badge } from '../../shared/badges';
import { useOrganisationName } from '../../shared/directory';
import { download } from '../../shared/download';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { nameText } from '../../shared/person-name';
import { Empty, Loaded } from '../../shared/states';
import { useTaskText } from '../../shared/task-text';
import { meetingsQuery } from './calendar-queries';
import { entriesOf, KINDS, type Entry } from './entries';
import { icsOf } from './ics';
import { shifted } from './month';
import { MonthView, toneOf } from './month-view';
import styles from './calendar.module.css';

const PHONE = '(max-width: 47.99em)';
const isMonth = (text: string | undefined): text is string => /^\d{4}-\d{2}$/.test(text ?? '');

/** Trips, interviews, meetings and due days of a month, as a page of a calendar and as a list of the same. */
export function Page() {
  const { t } = useTranslation('calendar');
  const days = useDays();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  const isPhone = useMediaQuery(PHONE);
  const named = useOrganisationName();
  const task = useTaskText();
  const query = useQuery(meetingsQuery(programme?.id ?? ''));
  const { data: cohort = [] } = useQuery(cohortQuery(programme?.id));
  const month = isMonth(filters.month) ? filters.month : todayHere().slice(0, 7);
  const view = filters.view ?? (isPhone === true ? 'list' : 'month');
  const go = (by: number): void => filter({ month: shifted(month, by) });
  const titleOf = ({ kind, what }: Entry): string => `${t(`kinds.${kind}`)}: ${what}`;
  return (
    <>
      <PageHead title={t('title')}>
        <Group gap="xs">
          <ActionIcon variant="default" size="lg" aria-label={t('earlier')} onClick={() => go(-1)}>
            ‹
          </ActionIcon>
          <strong aria-live="polite">{days.month(month)}</strong>
          <ActionIcon variant="default" size="lg" aria-label={t('later')} onClick={() => go(1)}>
            ›
          </ActionIcon>
          <Button variant="default" onClick={() => filter({ month: undefined })}>
            {t('thisMonth')}
          </Button>
        </Group>
        <SegmentedControl
          value={view}
          onChange={(next) => filter({ view: next })}
          data={['month', 'list'].map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      </PageHead>
      <Loaded query={query} lines={6}>
        {(meetings) => {
          const entries = entriesOf(meetings, cohort, {
            respondent: (id) => {
              const line = cohort.find(({ person }) => person === id);
              return line === undefined ? named(id) : nameText(line.name, id);
            },
            task: (one, line) => `${task(one)} · ${nameText(line.name, line.person)}`,
          });
          const here = entries.filter(({ kind }) => filters.kind === undefined || filters.kind === kind);
          const inMonth = here.filter(({ on }) => on.startsWith(month));
          return (
            <>
              <Group mb="md" gap="xs">
                {[undefined, ...KINDS].map((kind) => (
                  <Button
                    key={kind ?? 'all'}
                    size="compact-sm"
                    variant={filters.kind === kind ? 'light' : 'default'}
                    aria-pressed={filters.kind === kind}
                    onClick={() => filter({ kind })}
                  >
                    {t(kind === undefined ? 'all' : `kinds.${kind}`)}
                  </Button>
                ))}
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={inMonth.length === 0}
                  onClick={() => download(`${month}.ics`, icsOf(inMonth, titleOf), 'text/calendar')}
                >
                  {t('save')}
                </Button>
              </Group>
              {view === 'month' ? (
                <MonthView month={month} entries={here} onMore={() => filter({ view: 'list' })} />
              ) : inMonth.length === 0 ? (
                <Empty icon="calendar" title={t('emptyTitle')} text={t('emptyHelp')} />
              ) : (
                <ul className={styles.list}>
                  {inMonth.map((entry) => (
                    <li key={entry.id}>
                      <span>{days.day(entry.on)}</span>
                      <span>
                        <Badge tone={toneOf(entry)}>
                          {t(entry.overdue === true ? 'late' : `kinds.${entry.kind}`)}
                        </Badge>
                      </span>
                      {entry.journey === undefined ? (
                        <span>{entry.what}</span>
                      ) : (
                        <Link to={`/journeys/${entry.journey}`}>{entry.what}</Link>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
