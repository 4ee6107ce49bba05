import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { components } from '../../api/generated/schema';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useActionText } from '../../shared/action-text';
import { Badge } from '../../shared/badges';
import { Loaded } from '../../shared/states';
import styles from './candidate.module.css';

type Access = components['schemas']['OwnAccesses']['entries'][number];

const PAGE = 10;
const accessesPage = (cursor: string) =>
  answerOf(
    api.GET('/api/v1/account/accesses', {
      params: { query: { limit: PAGE, ...(cursor === '' ? {} : { cursor }) } },
    }),
  );

/** Who saw or changed the candidate's data: when, what and in which role. */
export function Accesses() {
  const { t } = useTranslation('candidate');
  const query = useInfiniteQuery({
    queryKey: ['own-accesses'],
    queryFn: ({ pageParam }) => accessesPage(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <section className={styles.part} aria-labelledby="accesses">
      <h2 id="accesses">{t('accesses')}</h2>
      <p className="soft">{t('accessesHelp')}</p>
      <Loaded query={query} lines={3}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <p>{t('accessesEmpty')}</p>
          ) : (
            <ul className={styles.list}>
              {entries.map((entry) => (
                <Line key={entry.position} entry={entry} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage ? (
        <Button
          size="md"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('accessMore')}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ entry: { at, own, roles, action, code, outcome } }: { readonly entry: Access }) {
  const { t } = useTranslation('candidate');
  const days = useDays();
  const word = useWords();
  const what = useActionText();
  const who = own ? t('accessMe') : roles.map((role) => word('roles', role)).join(', ');
  return (
    <li>
      <div className={styles.line}>
        <strong>{who === '' ? t('accessOther') : who}</strong>
        <span className="soft">{days.instant(at)}</span>
      </div>
      <span>
        {what(action)}
        {code === undefined ? '' : `: ${word('commands', code)}`}
      </span>{' '}
      {outcome === 'refused' ? <Badge tone="late">{t('accessRefused')}</Badge> : null}
    </li>
  );
}
