import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { ProblemNote } from '../shared/states';
import { askPasskey } from './passkey';

interface Proof {
  readonly totp?: string;
  readonly recoveryCode?: string;
  readonly passkey?: Record<string, unknown>;
}

/** While one signs in, and again before what guards the account is changed. */
const WAYS = {
  'sign-in': {
    options: () => answerOf(api.POST('/api/v1/session/second-factor/options')),
    prove: (body: Proof): Promise<unknown> => answerOf(api.POST('/api/v1/session/second-factor', { body })),
  },
  again: {
    options: () => answerOf(api.POST('/api/v1/session/step-up/options')),
    prove: (body: Proof): Promise<unknown> => answerOf(api.POST('/api/v1/session/step-up', { body })),
  },
};

/** A code of six digits, a recovery code, or a passkey: whichever the account has. */
export function SecondFactorForm({
  factors,
  way = 'sign-in',
  onDone,
}: {
  readonly factors: readonly string[];
  readonly way?: keyof typeof WAYS;
  readonly onDone: () => void;
}) {
  const { options, prove } = WAYS[way];
  const { t } = useTranslation('session');
  const [code, setCode] = useState('');
  const proof = useMutation({
    mutationFn: () => {
      const given = code.replaceAll(/\s/g, '');
      const body = /^\d{6}$/.test(given) ? { totp: given } : { recoveryCode: given };
      return prove(body);
    },
    onSuccess: onDone,
  });
  const byPasskey = useMutation({
    mutationFn: async () => prove({ passkey: await askPasskey(await options()) }),
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
