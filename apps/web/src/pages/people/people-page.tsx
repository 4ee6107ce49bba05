import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery, type CohortLine } from '../../api/cohort';
import { useProgramme } from '../../frame/programme';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { DueBadge, RiskBadge, StatusBadge } from '../../shared/badges';
import { BulkDialog } from '../../shared/bulk-dialog';
import { useColumns } from '../../shared/chosen-columns';
import { CohortFilters } from '../../shared/cohort-filters';
import { ColumnMenu } from '../../shared/column-menu';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { useOrganisationName } from '../../shared/directory';
import { FindField } from '../../shared/find-field';
import { useFilters } from '../../shared/filters';
import { matches } from '../../shared/matches';
import { PageHead } from '../../shared/page-head';
import { nameText, PersonName } from '../../shared/person-name';
import { SavedViews } from '../../shared/saved-views';
import { Empty, Loaded } from '../../shared/states';
import { Tools } from '../../shared/tools';

/** Everybody in a table: filters in the address, acts on many at once with a trial run and one undo. */
export function Page() {
  const { t } = useTranslation('people');
  const word = useWords();
  const days = useDays();
  const named = useOrganisationName();
  const me = useMe();
  const programme = useProgramme();
  const [filters] = useFilters();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [acting, act] = useState(false);
  const query = useQuery(cohortQuery(programme?.id));
  const lines = query.data ?? [];
  const shown = lines.filter((line) => matches(line, filters));
  const columns: readonly ColumnOf<CohortLine>[] = [
    {
      id: 'name',
      title: t('name'),
      cell: (line) => (
        <Link to={`/journeys/${line.id}`}>
          <PersonName name={line.name} id={line.person} />
        </Link>
      ),
      sort: (line) => nameText(line.name, line.person),
    },
    {
      id: 'stage',
      title: t('stage'),
      cell: ({ stage }) => word('stages', stage),
      sort: ({ stage }) => stage,
    },
    {
      id: 'due',
      title: t('due'),
      cell: ({ tasks }) =>
        tasks[0]?.dueOn === undefined ? (
          ''
        ) : (
          <DueBadge isShort day={tasks[0].dueOn} overdue={tasks[0].overdue} />
        ),
      sort: ({ tasks }) => tasks[0]?.dueOn ?? '9999',
    },
    {
      id: 'status',
      title: t('status'),
      cell: ({ status }) => <StatusBadge status={status} />,
      sort: ({ status }) => status,
    },
    {
      id: 'university',
      title: t('university'),
      clip: true,
      cell: ({ university }) => named(university),
      sort: ({ university }) => named(university),
    },
    {
      id: 'company',
      title: t('company'),
      clip: true,
      cell: ({ companies }) => companies.map(named).join(', '),
      sort: ({ companies }) => companies.map(named).join(),
    },
    {
      id: 'since',
      title: t('since'),
      cell: ({ stageOn }) => days.day(stageOn),
      sort: ({ stageOn }) => stageOn,
    },
    {
      id: 'risk',
      title: t('risk'),
      cell: ({ risk }) => (risk === undefined ? '' : <RiskBadge risk={risk} />),
      sort: ({ risk }) => risk ?? '',
    },
  ];
  const { shown: standing, isShown, toggle } = useColumns(columns);
  return (
    <>
      <PageHead title={t('title')}>
        <FindField label={t('find')} />
        <Tools>
          <CohortFilters lines={lines} />
          <ColumnMenu columns={columns.slice(1)} isShown={isShown} onToggle={toggle} />
          <SavedViews page="people" />
        </Tools>
        {me.actions.has('command.bulk') ? (
          <Button disabled={chosen.size === 0} onClick={() => act(true)}>
            {t('act', { count: chosen.size })}
          </Button>
        ) : null}
      </PageHead>
      <Loaded query={query}>
        {() =>
          shown.length === 0 ? (
            <Empty icon="people" title={t('emptyTitle')} text={t('emptyHelp')} />
          ) : (
            <DataTable
              rows={shown}
              columns={standing}
              idOf={({ id }) => id}
              nameOf={(line) => nameText(line.name, line.person)}
              label={t('title')}
              {...(me.actions.has('command.bulk') ? { chosen, onChoose: choose } : {})}
            />
          )
        }
      </Loaded>
      {acting ? (
        <BulkDialog lines={lines.filter(({ id }) => chosen.has(id))} onClose={() => act(false)} />
      ) : null}
    </>
  );
}
