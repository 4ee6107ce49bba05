import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { journeyQuery, timelineQuery } from '../api/journey';
import { useDays } from '../i18n/dates';
import { useWords } from '../i18n/words';
import styles from './refusal.module.css';

interface Props {
  readonly journey: string;
  /** Version that what was refused was meant for. */
  readonly since: number;
}

/** What others did while this was typed. What was typed stays in the form, whose next try is meant for what is shown now. */
export function ConflictNote({ journey, since }: Props) {
  const { t } = useTranslation('common');
  const days = useDays();
  const word = useWords();
  const client = useQueryClient();
  const { data } = useQuery({ ...timelineQuery(journey), staleTime: 0, refetchOnMount: 'always' });
  const fresh = (data?.facts ?? []).filter(({ version }) => version > since);
  const newest = Math.max(since, ...fresh.map(({ version }) => version));
  useEffect(() => {
    if (newest === since) return;
    void client.invalidateQueries({ queryKey: journeyQuery(journey).queryKey });
  }, [client, journey, newest, since]);
  return (
    <div className={styles.guide} role="alert">
      <strong>{t('form.conflict')}</strong>
      <ul>
        {fresh.map(({ version, kind, by, happenedOn }) => (
          <li key={version}>
            {word('commands', kind)} · {word('roles', by.role)} · {days.day(happenedOn)}
          </li>
        ))}
      </ul>
      <p>{t('form.conflictHelp')}</p>
    </div>
  );
}
