import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { ProblemNote } from '../shared/states';
import { askPasskey } from './passkey';

/** A code of six digits, a recovery code, or a passkey: whichever the account has. */
export function SecondFactorForm({
  factors,
  onDone,
}: {
  readonly factors: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('session');
  const [code, setCode] = useState('');
  const proof = useMutation({
    mutationFn: () => {
      const given = code.replaceAll(/\s/g, '');
      const body = /^\d{6}$/.test(given) ? { totp: given } : { recoveryCode: given };
      return answerOf(api.POST('/api/v1/session/second-factor', { body }));
    },
    onSuccess: onDone,
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const options = await answerOf(api.POST('/api/v1/session/second-factor/options'));
      const passkey = await askPasskey(options);
      return answerOf(api.POST('/api/v1/session/second-factor', { body: { passkey } }));
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    proof.mutate();
  };
  const error = proof.error ?? byPasskey.error;
  return (
    <Stack>
      {factors.includes('passkey') ? (
        <Button loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
          {t('byPasskey')}
        </Button>
      ) : null}
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('code')}
            description={t('codeHelp')}
            autoComplete="one-time-code"
            inputMode="text"
            required
            autoFocus
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          {error === null ? null : <ProblemNote error={error} />}
          <Button type="submit" loading={proof.isPending}>
            {t('prove')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
