import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import styles from './account.module.css';
import { ProofAsked } from './proof-asked';

/** Where one is signed in. */
export function Sessions({ factors }: { readonly factors: readonly string[] }) {
  const { t } = useTranslation('account');
  const days = useDays();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['account-sessions'],
    queryFn: () => answerOf(api.GET('/api/v1/account/sessions')),
  });
  const end = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/account/sessions')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account-sessions'] }),
  });
  return (
    <section className={styles.part}>
      <h2>{t('sessions')}</h2>
      {(data?.sessions ?? []).map(({ id, createdAt, isThis }) => (
        <div key={id} className={styles.line}>
          <span>{t('sessionSince', { at: days.instant(createdAt) })}</span>
          {isThis ? <span className="soft">{t('sessionThis')}</span> : null}
        </div>
      ))}
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {t('sessionsEnd')}
      </Button>
      {end.error === null ? null : (
        <ProofAsked error={end.error} factors={factors} again={() => end.mutate()} />
      )}
    </section>
  );
}
