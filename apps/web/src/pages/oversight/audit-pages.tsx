import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditPage } from '../../api/oversight';
import { Empty, Loaded } from '../../shared/states';
import { AuditTable } from './audit-table';

interface Props {
  /** What they are of, as part of the query's key. */
  readonly of: unknown;
  readonly load: (cursor: string | undefined) => Promise<AuditPage>;
  readonly label: string;
  readonly empty: { readonly title: string; readonly text: string };
}

/** Entries of the audit, page by page, the youngest first. */
export function AuditPages({ of, load, label, empty }: Props) {
  const { t } = useTranslation('oversight');
  const query = useInfiniteQuery({
    queryKey: ['audit', of],
    queryFn: ({ pageParam }) => load(pageParam === '' ? undefined : pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <Empty icon="shield" {...empty} />
          ) : (
            <AuditTable entries={entries} label={label} />
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
