import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Grant } from '../../api/accounts';
import { useWords } from '../../i18n/words';
import { directoryQuery } from '../../shared/directory';
import { ROLES, scopeOf } from './grant-scope';

interface Props {
  readonly grant: Grant;
  readonly change: (grant: Grant) => void;
}

/** Without members that were emptied: what is absent does not limit. */
const without = (grant: Grant, name: keyof Grant): Grant => {
  const { [name]: _gone, ...rest } = grant;
  return { ...rest, role: grant.role };
};

/** The fields that a role needs, and no others. */
export function GrantFields({ grant, change }: Props) {
  const { t } = useTranslation('accounts');
  const word = useWords();
  const { data } = useQuery(directoryQuery);
  const scope = scopeOf(grant.role);
  const set = (name: 'programme' | 'organisation' | 'person' | 'reference' | 'from' | 'to', value: string) =>
    change(value === '' ? without(grant, name) : { ...grant, [name]: value });
  const text = (name: 'person' | 'reference', label: string) =>
    scope.includes(name) ? (
      <TextInput
        label={label}
        required
        value={grant[name] ?? ''}
        onChange={({ currentTarget }) => set(name, currentTarget.value.trim())}
      />
    ) : null;
  const kinds: readonly string[] =
    grant.role === 'mentor'
      ? ['company']
      : grant.role === 'municipality'
        ? ['municipality', 'authority']
        : [grant.role];
  const organisations = (data?.organisations ?? []).filter(({ kind }) => kinds.includes(kind));
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('role')}
        value={grant.role}
        data={ROLES.map((role) => ({ value: role, label: word('roles', role) }))}
        onChange={({ currentTarget }) => {
          const role = ROLES.find((one) => one === currentTarget.value);
          if (role !== undefined) change({ role });
        }}
      />
      {scope.includes('organisation') ? (
        <NativeSelect
          label={t('organisation')}
          required
          value={grant.organisation ?? ''}
          data={[
            { value: '', label: t('choose') },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => set('organisation', currentTarget.value)}
        />
      ) : null}
      {text('person', t('person'))}
      {text('reference', t('reference'))}
      {scope.includes('programme') ? (
        <NativeSelect
          label={t('programme')}
          value={grant.programme ?? ''}
          data={[
            { value: '', label: t('everyProgramme') },
            ...(data?.programmes ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => set('programme', currentTarget.value)}
        />
      ) : null}
      {grant.role === 'coordinator' ? (
        <Checkbox
          label={t('complaints')}
          checked={grant.duties?.includes('complaints') === true}
          onChange={({ currentTarget }) =>
            change(currentTarget.checked ? { ...grant, duties: ['complaints'] } : without(grant, 'duties'))
          }
        />
      ) : null}
      <TextInput
        type="date"
        label={t('to')}
        description={t('toHelp')}
        value={grant.to ?? ''}
        onChange={({ currentTarget }) => set('to', currentTarget.value)}
      />
    </Stack>
  );
}
