import { Button, Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { accountsQuery, type Account } from '../../api/accounts';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { Badge, type Tone } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { FindField } from '../../shared/find-field';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { AccountDialog } from './account-dialog';
import { GrantList } from './grant-list';
import { InviteDialog } from './invite-dialog';
import styles from './accounts.module.css';

const TONES: Readonly<Record<Account['status'], Tone>> = {
  active: 'done',
  invited: 'waiting',
  disabled: 'closed',
};

const holds = (
  { name, email, id, grants, status }: Account,
  filters: Readonly<Record<string, string | undefined>>,
) =>
  (filters.role === undefined || grants.some(({ role }) => role === filters.role)) &&
  (filters.status === undefined || status === filters.status) &&
  `${name} ${email ?? ''} ${id}`.toLocaleLowerCase().includes((filters.find ?? '').toLocaleLowerCase());

/** Who signs in and with which rights: invited, given and taken roles, signed out, disabled. */
export function Page() {
  const { t } = useTranslation('accounts');
  const word = useWords();
  const days = useDays();
  const me = useMe();
  const query = useQuery(accountsQuery);
  const [filters, filter] = useFilters();
  const [inviting, invite] = useState(false);
  const accounts = query.data ?? [];
  const roles = [...new Set(accounts.flatMap(({ grants }) => grants.map(({ role }) => role)))].sort();
  const open = accounts.find(({ id }) => id === filters.account);
  const columns: readonly ColumnOf<Account>[] = [
    {
      id: 'name',
      title: t('name'),
      cell: ({ id, name, email }) => (
        <button type="button" className={styles.open} onClick={() => filter({ account: id })}>
          <strong>{name}</strong>
          <span className="soft">{email ?? id}</span>
        </button>
      ),
      sort: ({ name }) => name,
    },
    {
      id: 'status',
      title: t('status'),
      cell: ({ status }) => <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>,
      sort: ({ status }) => status,
    },
    { id: 'grants', title: t('grants'), cell: ({ grants }) => <GrantList grants={grants} /> },
    {
      id: 'since',
      title: t('since'),
      cell: ({ createdAt }) => days.day(createdAt.slice(0, 10)),
      sort: ({ createdAt }) => createdAt,
    },
  ];
  const choice = (name: 'role' | 'status', all: string, values: readonly (readonly [string, string])[]) => (
    <Input
      component="select"
      aria-label={all}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
    >
      <option value="">{all}</option>
      {values.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Input>
  );
  const shown = accounts.filter((account) => holds(account, filters));
  return (
    <>
      <PageHead title={t('title')}>
        <FindField label={t('find')} />
        {choice(
          'role',
          t('everyRole'),
          roles.map((role) => [role, word('roles', role)]),
        )}
        {choice('status', t('everyStatus'), [
          ['active', t('statuses.active')],
          ['invited', t('statuses.invited')],
          ['disabled', t('statuses.disabled')],
        ])}
        {me.actions.has('account.manage') ? (
          <Button onClick={() => invite(true)}>{t('invite')}</Button>
        ) : null}
      </PageHead>
      <Loaded query={query} lines={8}>
        {() =>
          shown.length === 0 ? (
            <Empty icon="person" title={t('empty')} text={t('emptyHelp')} />
          ) : (
            <DataTable
              rows={shown}
              columns={columns}
              idOf={({ id }) => id}
              nameOf={({ name }) => name}
              label={t('title')}
            />
          )
        }
      </Loaded>
      {inviting ? <InviteDialog onClose={() => invite(false)} /> : null}
      {open === undefined ? null : (
        <AccountDialog account={open} onClose={() => filter({ account: undefined })} />
      )}
    </>
  );
}
