import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema';
import { roomLog } from '../../api/samples';
import { useDays } from '../../i18n/dates';
import { useActionText } from '../../shared/action-text';
import { Badge } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';

type Look = components['schemas']['RoomLog']['entries'][number];

/** `p01` of `unit/p01`. */
const shownOf = ({ shown }: Look, kind: string): readonly string[] =>
  shown.filter((one) => one.startsWith(`${kind}/`)).map((one) => one.slice(kind.length + 1));

/** Who opened what in an auditor's room, the youngest first. */
export function Page() {
  const { t } = useTranslation('samples');
  const days = useDays();
  const action = useActionText();
  const { room = '' } = useParams({ strict: false });
  const query = useInfiniteQuery({
    queryKey: ['rooms', room, 'log'],
    queryFn: ({ pageParam }) => roomLog(room, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const columns: readonly ColumnOf<Look>[] = [
    { id: 'at', title: t('at'), cell: ({ at }) => days.instant(at), sort: ({ at }) => at },
    { id: 'who', title: t('who'), cell: ({ who }) => who, sort: ({ who }) => who },
    { id: 'what', title: t('what'), cell: (look) => action(look.action), sort: (look) => look.action },
    { id: 'units', title: t('units'), cell: (look) => shownOf(look, 'unit').join(', ') },
    { id: 'papers', title: t('papers'), cell: (look) => shownOf(look, 'file').join(', ') },
    {
      id: 'outcome',
      title: t('outcome'),
      cell: ({ outcome }) => (
        <Badge tone={outcome === 'done' ? 'done' : 'late'}>{t(`lookOutcomes.${outcome}`)}</Badge>
      ),
      sort: ({ outcome }) => outcome,
    },
  ];
  return (
    <>
      <PageHead title={t('log')}>
        <Link to="/rooms">{t('rooms')}</Link>
      </PageHead>
      <p className="soft">{t('logHelp')}</p>
      <Loaded query={query}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <Empty icon="search" title={t('logEmpty')} />
          ) : (
            <DataTable
              rows={entries}
              columns={columns}
              pinned={0}
              label={t('log')}
              idOf={({ at, who, action: what }) => `${at} ${who} ${what}`}
              nameOf={({ at, who }) => `${days.instant(at)}, ${who}`}
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
