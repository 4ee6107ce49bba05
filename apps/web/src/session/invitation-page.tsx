import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import type { Language } from '../i18n/languages';
import { Loaded, ProblemNote } from '../shared/states';
import { Entry } from './entry';

/** What stands behind `#` never reaches a server's log. */
const secretHere = (): string => decodeURIComponent(location.hash.slice(1));

/** A link by mail: makes an account one's own, or sets a new password. Without one, asks for such a link. */
export function Page() {
  const { t } = useTranslation('session');
  const [secret] = useState(secretHere);
  if (secret === '') return <AskReset />;
  return (
    <Entry title={t('invitationTitle')}>
      <SetPassword secret={secret} />
    </Entry>
  );
}

function AskReset() {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/invitations/resets', { body: { email } })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Entry title={t('resetTitle')}>
      {ask.isSuccess ? (
        <p role="status">{t('resetSent')}</p>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={t('email')}
              type="email"
              required
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            />
            {ask.error === null ? null : <ProblemNote error={ask.error} />}
            <Button type="submit" loading={ask.isPending}>
              {t('resetAsk')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor href="/sign-in" size="sm">
        {t('backToSignIn')}
      </Anchor>
    </Entry>
  );
}

function SetPassword({ secret }: { readonly secret: string }) {
  const { t, i18n } = useTranslation('session');
  const path = { params: { path: { invitation: secret } } };
  const look = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => answerOf(api.GET('/api/v1/invitations/{invitation}', path)),
    retry: false,
  });
  const [given, setGiven] = useState({ name: '', email: '', password: '' });
  const use = useMutation({
    mutationFn: (body: { password: string; name?: string; email?: string; language?: Language }) =>
      answerOf(api.POST('/api/v1/invitations/{invitation}', { ...path, body })),
  });
  return (
    <Loaded query={look}>
      {({ needsDetails: isFirst }) => {
        const submit = (event: FormEvent): void => {
          event.preventDefault();
          use.mutate({
            password: given.password,
            ...(given.name === '' ? {} : { name: given.name }),
            ...(given.email === '' ? {} : { email: given.email }),
            language: i18n.language as Language,
          });
        };
        if (use.isSuccess)
          return (
            <Stack>
              <p role="status">{t('passwordSet')}</p>
              <Button component="a" href="/sign-in">
                {t('signIn')}
              </Button>
            </Stack>
          );
        return (
          <form onSubmit={submit}>
            <Stack>
              {isFirst ? (
                <>
                  <TextInput
                    label={t('name')}
                    required
                    autoComplete="name"
                    value={given.name}
                    onChange={({ currentTarget }) => setGiven({ ...given, name: currentTarget.value })}
                  />
                  <TextInput
                    label={t('email')}
                    required
                    type="email"
                    autoComplete="username"
                    value={given.email}
                    onChange={({ currentTarget }) => setGiven({ ...given, email: currentTarget.value })}
                  />
                </>
              ) : null}
              <PasswordInput
                label={t('newPassword')}
                description={t('passwordHelp')}
                required
                minLength={12}
                autoComplete="new-password"
                visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
                value={given.password}
                onChange={({ currentTarget }) => setGiven({ ...given, password: currentTarget.value })}
              />
              {use.error === null ? null : <ProblemNote error={use.error} />}
              <Button type="submit" loading={use.isPending}>
                {t('setPassword')}
              </Button>
            </Stack>
          </form>
        );
      }}
    </Loaded>
  );
}
