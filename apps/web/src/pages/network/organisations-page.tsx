import { Button, Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery } from '../../api/accounts';
import type { components } from '../../api/generated/schema';
import { agreementsQuery } from '../../api/network';
import { useProgramme } from '../../frame/programme';
import { countryName, loadCountries } from '../../i18n/countries';
import { todayHere } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { directoryQuery } from '../../shared/directory';
import { FindField } from '../../shared/find-field';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { OrganisationDialog } from './organisation-dialog';
import { standingOf } from '../../shared/standing';

type Organisation = components['schemas']['Directory']['organisations'][number];

/** Everybody who takes part as an organisation: kind, place, whether an agreement runs, and who signs in for it. */
export function Page() {
  const { t, i18n } = useTranslation('network');
  const me = useMe();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  const [adding, add] = useState(false);
  const query = useQuery(directoryQuery);
  useQuery({
    queryKey: ['countries', i18n.language],
    queryFn: () => loadCountries(i18n.language).then(() => true),
  });
  const agreements = useQuery({
    ...agreementsQuery(programme?.id),
    enabled: programme !== undefined && me.actions.has('record.read'),
  }).data;
  const accounts = useQuery({ ...accountsQuery, enabled: me.actions.has('account.read') }).data;
  const running = (id: string): number =>
    (agreements ?? []).filter(
      (one) => one.organisation === id && ['running', 'soon'].includes(standingOf(one, todayHere())),
    ).length;
  const people = (id: string): readonly string[] =>
    (accounts ?? [])
      .filter(({ status, grants }) => status !== 'disabled' && grants.some((one) => one.organisation === id))
      .map(({ name }) => name);
  const columns: readonly ColumnOf<Organisation>[] = [
    { id: 'name', title: t('organisation'), cell: ({ name }) => name, sort: ({ name }) => name },
    { id: 'kind', title: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`), sort: ({ kind }) => kind },
    {
      id: 'place',
      title: t('place'),
      cell: ({ country, sites = [] }) =>
        [...sites, ...(country === undefined ? [] : [countryName(country, i18n.language)])].join(', '),
      sort: ({ country, sites = [] }) => `${sites.join()}${country ?? ''}`,
    },
    {
      id: 'agreements',
      title: t('running'),
      cell: ({ id }) => (agreements === undefined ? '–' : running(id)),
      sort: ({ id }) => running(id),
    },
    ...(accounts === undefined
      ? []
      : [
          {
            id: 'people',
            title: t('people'),
            cell: ({ id }: Organisation) => people(id).join(', ') || '–',
            sort: ({ id }: Organisation) => people(id).length,
          },
        ]),
  ];
  return (
    <>
      <PageHead title={t('organisationsTitle')}>
        <FindField label={t('find')} />
        <Input
          component="select"
          aria-label={t('kind')}
          value={filters.kind ?? ''}
          onChange={({ currentTarget }) => filter({ kind: currentTarget.value })}
        >
          <option value="">{t('everyKind')}</option>
          {[...new Set((query.data?.organisations ?? []).map(({ kind }) => kind))].map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Input>
        {me.actions.has('import.run') ? (
          <Button onClick={() => add(true)}>{t('addOrganisation')}</Button>
        ) : null}
      </PageHead>
      <Loaded query={query}>
        {({ organisations }) => {
          const shown = organisations.filter(
            ({ kind, name, id }) =>
              (filters.kind === undefined || kind === filters.kind) &&
              `${name} ${id}`.toLocaleLowerCase().includes((filters.find ?? '').toLocaleLowerCase()),
          );
          return shown.length === 0 ? (
            <Empty icon="building" title={t('organisationsEmpty')} text={t('organisationsEmptyHelp')} />
          ) : (
            <DataTable
              rows={shown}
              columns={columns}
              idOf={({ id }) => id}
              nameOf={({ name }) => name}
              label={t('organisationsTitle')}
            />
          );
        }}
      </Loaded>
      {adding ? <OrganisationDialog onClose={() => add(false)} /> : null}
    </>
  );
}
