import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { journeyQuery } from '../../api/journey';
import type { Journey } from '../../api/types';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import styles from './candidate.module.css';

interface Props {
  readonly title: string;
  readonly children: (journey: Journey) => ReactNode;
}

/** A page about the candidate's own journey: the open one, or the last of several. */
export function OwnJourney({ title, children }: Props) {
  const { t } = useTranslation('candidate');
  const lines = useQuery(cohortQuery(undefined));
  const own = lines.data?.findLast(({ status }) => status === 'open') ?? lines.data?.at(-1);
  const journey = useQuery({ ...journeyQuery(own?.id ?? ''), enabled: own !== undefined });
  return (
    <div className={styles.page}>
      <PageHead title={title} />
      <Loaded query={lines}>
        {() =>
          own === undefined ? (
            <Empty icon="path" title={t('noJourney')} text={t('noJourneyHelp')} />
          ) : (
            <Loaded query={journey}>{children}</Loaded>
          )
        }
      </Loaded>
    </div>
  );
}
