import { Anchor, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import type { WaysIn } from '../api/types';
import { useWords } from '../i18n/words';
import { ProblemNote } from '../shared/states';
import { Entry } from './entry';
import { SignInForm } from './sign-in-form';
import styles from './entry.module.css';

const nextOf = (search: unknown): string => {
  const next: unknown =
    typeof search === 'object' && search !== null ? Reflect.get(search, 'next') : undefined;
  // Within this site alone.
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
};

/** The ways in: one click in a demo; elsewhere password, passkey, or the organisation's own service. */
export function Page() {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const client = useQueryClient();
  const next = nextOf(useSearch({ strict: false }));
  const { data: ways } = useQuery({
    queryKey: ['ways'],
    queryFn: () => answerOf(api.GET('/api/v1/session/ways')),
  });
  const done = async (): Promise<void> => {
    client.clear();
    await navigate({ href: next, replace: true });
  };
  const demo = ways?.demo ?? [];
  return (
    <Entry title={demo.length > 0 ? t('demoTitle') : t('title')} wide={demo.length > 0}>
      {demo.length > 0 ? <DemoUsers users={demo} onDone={() => void done()} /> : null}
      {demo.length > 0 ? <div className={styles.or}>{t('orOwn')}</div> : null}
      <SignInForm onDone={() => void done()} />
      {ways?.provider === true ? (
        <Button component="a" variant="default" href="/api/v1/session/provider">
          {t('byProvider')}
        </Button>
      ) : null}
      <Anchor href="/invitation" size="sm">
        {t('forgotten')}
      </Anchor>
    </Entry>
  );
}

/** Those who carry the programme first, those who look at it last. */
const ORDER = ['coordinator', 'company', 'mentor', 'candidate', 'university', 'funder', 'administrator'];
const placeOf = (roles: readonly string[]): number =>
  ORDER.includes(roles[0] ?? '') ? ORDER.indexOf(roles[0] ?? '') : ORDER.length;
const inOrder = (users: WaysIn['demo']): WaysIn['demo'] =>
  users.toSorted((one, other) => placeOf(one.roles) - placeOf(other.roles));

function DemoUsers({ users, onDone }: { readonly users: WaysIn['demo']; readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const word = useWords();
  const enter = useMutation({
    mutationFn: (account: string) => answerOf(api.POST('/api/v1/session/demo', { body: { account } })),
    onSuccess: onDone,
  });
  return (
    <>
      <p className="soft">{t('demoHelp')}</p>
      <div className={styles.demo}>
        {inOrder(users).map(({ id, name, roles }) => (
          <button
            key={id}
            type="button"
            className={styles.card}
            disabled={enter.isPending}
            onClick={() => enter.mutate(id)}
          >
            <strong>{roles.map((role) => word('roles', role)).join(', ')}</strong>
            <span>{name}</span>
          </button>
        ))}
      </div>
      {enter.error === null ? null : <ProblemNote error={enter.error} />}
    </>
  );
}
