import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { makePasskey } from '../../session/passkey';
import styles from './account.module.css';
import { ProofAsked } from './proof-asked';

interface Props {
  readonly factors: readonly string[];
  readonly passkeys: readonly { readonly id: string; readonly createdAt: string }[];
}

/** Passkeys of this account. */
export function Passkeys({ passkeys, factors }: Props) {
  const { t } = useTranslation('account');
  const days = useDays();
  const client = useQueryClient();
  const done = { onSuccess: () => client.invalidateQueries() };
  const add = useMutation({
    mutationFn: async () => {
      const options = await answerOf(api.POST('/api/v1/account/passkeys/options'));
      return answerOf(
        api.POST('/api/v1/account/passkeys', { body: { credential: await makePasskey(options) } }),
      );
    },
    ...done,
  });
  const remove = useMutation({
    mutationFn: (passkey: string) =>
      answerOf(api.DELETE('/api/v1/account/passkeys/{passkey}', { params: { path: { passkey } } })),
    ...done,
  });
  const error = add.error ?? remove.error;
  const again = (): void =>
    add.error === null && remove.variables !== undefined ? remove.mutate(remove.variables) : add.mutate();
  return (
    <section className={styles.part}>
      <h2>{t('passkeys')}</h2>
      {passkeys.map(({ id, createdAt }) => (
        <div key={id} className={styles.line}>
          <span>{t('passkeySince', { day: days.day(createdAt) })}</span>
          <Button size="compact-sm" variant="default" onClick={() => remove.mutate(id)}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button variant="light" loading={add.isPending} onClick={() => add.mutate()}>
        {t('passkeyAdd')}
      </Button>
      {error === null ? null : <ProofAsked error={error} factors={factors} again={again} />}
    </section>
  );
}
