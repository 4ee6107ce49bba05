import { Button, Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreementsQuery, type Agreement } from '../../api/network';
import { useProgramme } from '../../frame/programme';
import { todayHere, useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { useOrganisationName } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { AgreementDialog } from './agreement-dialog';
import { STANDING_TONES, standingOf, type Standing } from '../../shared/standing';

const STANDINGS: readonly Standing[] = ['soon', 'running', 'ahead', 'over'];

/** Agreements of the programme with whom they bind, how they stand, and which end soon. */
export function Page() {
  const { t } = useTranslation('network');
  const days = useDays();
  const me = useMe();
  const named = useOrganisationName();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  const [editing, edit] = useState<Agreement | 'new'>();
  const query = useQuery(agreementsQuery(programme?.id));
  const today = todayHere();
  const mayWrite = me.actions.has('record.write');
  const columns: readonly ColumnOf<Agreement>[] = [
    {
      id: 'organisation',
      title: t('organisation'),
      cell: ({ organisation }) => named(organisation),
      sort: ({ organisation }) => named(organisation),
    },
    {
      id: 'standing',
      title: t('standing'),
      cell: (agreement) => {
        const standing = standingOf(agreement, today);
        return <Badge tone={STANDING_TONES[standing]}>{t(`standings.${standing}`)}</Badge>;
      },
      sort: (agreement) => STANDINGS.indexOf(standingOf(agreement, today)),
    },
    {
      id: 'to',
      title: t('to'),
      cell: ({ to }) => `${days.day(to)} · ${days.distance(to)}`,
      sort: ({ to }) => to,
    },
    { id: 'from', title: t('from'), cell: ({ from }) => days.day(from), sort: ({ from }) => from },
    {
      id: 'kind',
      title: t('kind'),
      cell: ({ kind }) => t(`agreementKinds.${kind}`, { defaultValue: kind }),
      sort: ({ kind }) => kind,
    },
    { id: 'evidence', title: t('evidence'), cell: ({ evidence }) => evidence ?? '–' },
    ...(mayWrite
      ? [
          {
            id: 'act',
            title: t('act'),
            cell: (agreement: Agreement) => (
              <Button
                size="xs"
                variant="default"
                aria-label={`${t('change')}: ${named(agreement.organisation)}`}
                onClick={() => edit(agreement)}
              >
                {t('change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={t('agreementsTitle')}>
        <Input
          component="select"
          aria-label={t('standing')}
          value={filters.standing ?? ''}
          onChange={({ currentTarget }) => filter({ standing: currentTarget.value })}
        >
          <option value="">{t('everyStanding')}</option>
          {STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {t(`standings.${standing}`)}
            </option>
          ))}
        </Input>
        {mayWrite ? <Button onClick={() => edit('new')}>{t('add')}</Button> : null}
      </PageHead>
      <Loaded query={query}>
        {(all) => {
          const shown = all
            .filter((one) => filters.standing === undefined || standingOf(one, today) === filters.standing)
            .toSorted((one, other) => (one.to < other.to ? -1 : 1));
          return shown.length === 0 ? (
            <Empty icon="note" title={t('agreementsEmpty')} text={t('agreementsEmptyHelp')} />
          ) : (
            <DataTable
              rows={shown}
              columns={columns}
              idOf={({ id }) => id}
              nameOf={({ organisation }) => named(organisation)}
              label={t('agreementsTitle')}
            />
          );
        }}
      </Loaded>
      {editing === undefined || programme === undefined ? null : (
        <AgreementDialog
          programme={programme.id}
          {...(editing === 'new' ? {} : { agreement: editing })}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  );
}
