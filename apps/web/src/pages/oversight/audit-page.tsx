import { Button, Input, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditPage, type AuditEntry, type AuditFilters } from '../../api/oversight';
import { useProgramme } from '../../frame/programme';
import { addDays, useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { useFilters, type Filters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import styles from './oversight.module.css';

/** Filters of the address as the API takes them: days become the instants at which they begin. */
const askedOf = (
  { who, action, outcome, subject, from, to }: Filters,
  programme: string | undefined,
): AuditFilters => ({
  ...(who === undefined ? {} : { who }),
  ...(action === undefined ? {} : { action }),
  ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
  ...(subject === undefined ? {} : { subject }),
  ...(from === undefined ? {} : { from: `${from}T00:00:00Z` }),
  ...(to === undefined ? {} : { to: `${addDays(to, 1)}T00:00:00Z` }),
  ...(programme === undefined ? {} : { programme }),
});

/** A list names everybody that it showed: the first few stand in the table, how many more there are beside them. */
const FEW = 3;
const shortList = (subjects: readonly string[]): string =>
  [...subjects.slice(0, FEW), ...(subjects.length > FEW ? [`+ ${subjects.length - FEW}`] : [])].join(', ');

/** Who did, saw or tried what, the youngest first: ids and codes, no values. */
export function Page() {
  const { t } = useTranslation('oversight');
  const word = useWords();
  const days = useDays();
  const me = useMe();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  // Those who hold a programme see the audit of that one alone.
  const asked = askedOf(filters, me.roles.includes('auditor') ? programme?.id : undefined);
  const query = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) => auditPage(asked, pageParam === '' ? undefined : pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const columns: ColumnOf<AuditEntry>[] = [
    { id: 'at', title: t('at'), cell: ({ at }) => days.instant(at) },
    { id: 'who', title: t('who'), cell: ({ who }) => who },
    {
      id: 'action',
      title: t('action'),
      cell: ({ action, code }) => (
        <>
          <code>{action}</code> {code === undefined ? '' : word('commands', code)}
        </>
      ),
    },
    {
      id: 'outcome',
      title: t('outcome'),
      cell: ({ outcome }) => (
        <Badge tone={outcome === 'done' ? 'done' : 'late'}>{t(`outcomes.${outcome}`)}</Badge>
      ),
    },
    { id: 'subjects', title: t('subject'), cell: ({ subjects }) => shortList(subjects) },
    { id: 'purpose', title: t('purpose'), cell: ({ purpose }) => purpose ?? '' },
    { id: 'entrance', title: t('entrance'), cell: ({ entrance }) => t(`entrances.${entrance}`) },
  ];
  const text = (name: 'who' | 'action' | 'subject', label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
    />
  );
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <PageHead title={t('auditTitle')} />
      <div className={styles.choices}>
        {text('who', t('who'), 'demo-coordinator')}
        {text('subject', t('subject'), 'person/p01')}
        {text('action', t('action'), 'journey.read')}
        <Input
          component="select"
          aria-label={t('outcome')}
          value={filters.outcome ?? ''}
          onChange={({ currentTarget }) => filter({ outcome: currentTarget.value })}
        >
          <option value="">{t('outcomes.all')}</option>
          <option value="done">{t('outcomes.done')}</option>
          <option value="refused">{t('outcomes.refused')}</option>
        </Input>
        {day('from', t('from'))}
        {day('to', t('to'))}
      </div>
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <Empty icon="shield" title={t('auditEmpty')} text={t('auditEmptyHelp')} />
          ) : (
            <DataTable
              rows={entries}
              columns={columns}
              idOf={({ position }) => String(position)}
              nameOf={({ position }) => String(position)}
              label={t('auditTitle')}
            />
          );
        }}
      </Loaded>
      {query.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('older')}
        </Button>
      ) : null}
    </>
  );
}
