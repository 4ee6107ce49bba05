import { Button, Code, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { ProblemNote } from '../../shared/states';
import styles from './account.module.css';
import { ProofAsked } from './proof-asked';

/** A code generator in an app, with recovery codes for when it is lost. */
export function Totp({
  factors,
  recoveryCodes,
}: {
  readonly factors: readonly string[];
  readonly recoveryCodes: number;
}) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const has = factors.includes('totp');
  const [code, setCode] = useState('');
  const draft = useMutation({ mutationFn: () => answerOf(api.POST('/api/v1/account/totp')) });
  const confirm = useMutation({
    mutationFn: () => answerOf(api.PUT('/api/v1/account/totp', { body: { code } })),
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <section className={styles.part}>
      <h2>{t('totp')}</h2>
      <p>{has ? t('totpHas', { count: recoveryCodes }) : t('totpHelp')}</p>
      {draft.data !== undefined && confirm.data === undefined ? (
        <form onSubmit={submit}>
          <Stack>
            <p>
              {t('totpSecret')} <Code>{draft.data.secret}</Code>
            </p>
            <TextInput
              label={t('totpCode')}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              withAsterisk={false}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
            <Button type="submit" loading={confirm.isPending}>
              {t('confirm')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Button variant="light" loading={draft.isPending} onClick={() => draft.mutate()}>
          {t(has ? 'totpAgain' : 'totpSetUp')}
        </Button>
      )}
      {draft.error === null ? null : (
        <ProofAsked error={draft.error} factors={factors} again={() => draft.mutate()} />
      )}
      {confirm.error === null ? null : <ProblemNote error={confirm.error} />}
      {confirm.data === undefined ? null : (
        <>
          <p>{t('recovery')}</p>
          <p className={styles.codes}>
            {confirm.data.recoveryCodes.map((one) => (
              <span key={one}>
                {one}
                <br />
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  );
}
