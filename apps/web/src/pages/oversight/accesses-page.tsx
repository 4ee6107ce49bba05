import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accessesPage } from '../../api/oversight';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { AuditTable } from './audit-table';

/** Who reached what of one person, through the person and their journeys. */
export function Page() {
  const { t } = useTranslation('oversight');
  const { person = '' } = useParams({ strict: false });
  const query = useInfiniteQuery({
    queryKey: ['audit', 'person', person],
    queryFn: ({ pageParam }) => accessesPage(person, pageParam === '' ? undefined : pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <PageHead title={t('accessesTitle', { person })} />
      <p className="soft">{t('accessesHelp')}</p>
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <Empty icon="shield" title={t('accessesEmpty')} text={t('accessesEmptyHelp')} />
          ) : (
            <AuditTable entries={entries} label={t('accessesTitle', { person })} />
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
