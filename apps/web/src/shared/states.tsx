import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, Offline } from '../api/problem';
import { Icon, type IconName } from './icon';
import styles from './states.module.css';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** A page or list without anything: what will appear, and how to make it. */
export const Empty = ({ icon, title, text, children }: EmptyProps) => (
  <div className={styles.empty}>
    <Icon name={icon} size={40} />
    <h2>{title}</h2>
    {text === undefined ? null : <p>{text}</p>}
    {children}
  </div>
);

/** Lines where a list will be; not seen in the first 300 ms. */
export const Skeleton = ({ lines = 4 }: { readonly lines?: number }) => (
  <div className={styles.late} aria-hidden="true">
    {Array.from({ length: lines }, (_, index) => (
      <div key={index} className={styles.line} />
    ))}
  </div>
);

/** What went wrong and what to do, in the reader's language; the API's own words where there are none. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('problems');
  return (error) => {
    if (error instanceof Offline) return t('offline');
    if (error instanceof ApiProblem)
      return t(error.code.replaceAll('-', '_'), { defaultValue: error.details.detail });
    return t('internal');
  };
}

export function ProblemNote({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('common');
  const text = useProblemText();
  const id = error instanceof ApiProblem && error.details.status >= 500 ? error.details.requestId : undefined;
  return (
    <div className={styles.problem} role="alert">
      <p>{text(error)}</p>
      {id === undefined ? null : <p className="soft">{t('states.requestId', { id })}</p>}
    </div>
  );
}

/** Waits, fails or shows, so that no page designs these states anew. */
export function Loaded<Data>({
  query,
  lines,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}) {
  const { t } = useTranslation('common');
  const { data, error, refetch, isFetching } = query;
  if (data !== undefined) return children(data);
  if (error === null) return <Skeleton {...(lines === undefined ? {} : { lines })} />;
  if (error instanceof ApiProblem && error.code === 'not-allowed')
    return <Empty icon="lock" title={t('states.notYours')} text={t('states.notYoursHelp')} />;
  return (
    <Empty icon={error instanceof Offline ? 'offline' : 'warning'} title={t('states.failed')}>
      <ProblemNote error={error} />
      <Button variant="light" loading={isFetching} onClick={() => void refetch()}>
        {t('act.again')}
      </Button>
    </Empty>
  );
}
