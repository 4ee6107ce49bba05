import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { ProblemNote } from '../shared/states';
import { askPasskey } from './passkey';
import { SecondFactorForm } from './second-factor-form';
import styles from './entry.module.css';

/** By password and second factor, or by passkey. What was typed stays when it is refused. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [factors, setFactors] = useState<readonly string[]>();
  const byPassword = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/session', { body: { email, password } })),
    onSuccess: ({ step, factors: asked }) => (step === 'done' ? onDone() : setFactors(asked)),
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const options = await answerOf(api.POST('/api/v1/session/passkey/options'));
      const credential = await askPasskey(options);
      return answerOf(api.POST('/api/v1/session/passkey', { body: { credential } }));
    },
    onSuccess: onDone,
  });
  if (factors !== undefined) return <SecondFactorForm factors={factors} onDone={onDone} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    byPassword.mutate();
  };
  const error = byPassword.error ?? byPasskey.error;
  return (
    <>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username webauthn"
            required
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            value={password}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
          {error === null ? null : <ProblemNote error={error} />}
          <Button type="submit" loading={byPassword.isPending}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
      <div className={styles.or}>{t('or')}</div>
      <Button variant="default" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
        {t('byPasskey')}
      </Button>
    </>
  );
}
