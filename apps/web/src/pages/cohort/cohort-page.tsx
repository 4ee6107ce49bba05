import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { cohortQuery, type CohortLine } from '../../api/cohort';
import { answerOf } from '../../api/problem';
import { useProgramme } from '../../frame/programme';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { BulkDialog } from '../../shared/bulk-dialog';
import { useColumns } from '../../shared/chosen-columns';
import { CohortFilters } from '../../shared/cohort-filters';
import { ColumnMenu } from '../../shared/column-menu';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { download } from '../../shared/download';
import { FindField } from '../../shared/find-field';
import { useFilters } from '../../shared/filters';
import { matches } from '../../shared/matches';
import { tell } from '../../shared/notices';
import { nameText, PersonName } from '../../shared/person-name';
import { PageHead } from '../../shared/page-head';
import { SavedViews } from '../../shared/saved-views';
import { Empty, Loaded } from '../../shared/states';
import { Tools } from '../../shared/tools';
import { Cell } from './cell';
import { COLUMNS } from './milestones';
import { plainRows, semicolons, tabs } from './plain-rows';

/** Name and stage stay in sight. */
const PINNED = 2;

/** People by milestones: the spreadsheet's place. Feet are the figures of the sheet. */
export function Page() {
  const { t } = useTranslation(['cohort', 'people', 'common']);
  const word = useWords();
  const me = useMe();
  const programme = useProgramme();
  const [filters] = useFilters();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [acting, act] = useState(false);
  const query = useQuery(cohortQuery(programme?.id));
  const { data: sheet } = useQuery({
    queryKey: ['sheet', programme?.id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/sheet', {
          params: { query: programme === undefined ? {} : { programme: programme.id } },
        }),
      ),
    enabled: me.actions.has('sheet.read'),
  });
  const figureOf = (name: string | undefined): string | undefined => {
    const value: unknown =
      typeof sheet !== 'object' || name === undefined ? undefined : Reflect.get(sheet.sheet, name);
    return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
  };
  const columns: ColumnOf<CohortLine>[] = [
    {
      id: 'name',
      title: t('cohort:person'),
      cell: (line) => (
        <Link to={`/journeys/${line.id}`}>
          <PersonName name={line.name} id={line.person} />
        </Link>
      ),
      sort: (line) => nameText(line.name, line.person),
      foot: t('cohort:figure'),
    },
    {
      id: 'stage',
      title: t('cohort:stage'),
      cell: (line) => word('stages', line.stage),
      sort: (line) => line.stage,
    },
    ...COLUMNS.map(({ code, figure }) => ({
      id: code,
      title: word('milestones', code),
      cell: (line: CohortLine) => <Cell line={line} milestone={code} />,
      sort: (line: CohortLine) => line.milestones[code] ?? '9999',
      foot: figureOf(figure) ?? '',
    })),
  ];
  const { shown: standing, isShown, toggle } = useColumns(columns);
  const lines = query.data ?? [];
  const shown = lines.filter((line) => matches(line, filters));
  const text = (): readonly (readonly string[])[] =>
    plainRows(
      shown,
      COLUMNS.map(({ code }) => code).filter(isShown),
      { person: t('cohort:person'), stage: t('cohort:stage') },
      word,
    );
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(tabs(text()));
    tell(t('cohort:copied', { count: shown.length }));
  };
  return (
    <>
      <PageHead title={t('cohort:title')}>
        <FindField label={t('cohort:find')} />
        <Tools>
          <CohortFilters lines={lines} />
          <ColumnMenu columns={columns.slice(1)} isShown={isShown} onToggle={toggle} />
          <SavedViews page="cohort" />
          <Button variant="default" disabled={shown.length === 0} onClick={() => void copy()}>
            {t('cohort:copy')}
          </Button>
          <Button
            variant="default"
            disabled={shown.length === 0}
            onClick={() => download(`${programme?.id ?? 'cohort'}.csv`, semicolons(text()))}
          >
            {t('cohort:export')}
          </Button>
        </Tools>
        <Button disabled={chosen.size === 0} onClick={() => act(true)}>
          {t('people:act', { count: chosen.size })}
        </Button>
      </PageHead>
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon="grid" title={t('cohort:emptyTitle')} text={t('cohort:emptyHelp')} />
          ) : shown.length === 0 ? (
            <Empty icon="people" title={t('people:emptyTitle')} text={t('people:emptyHelp')} />
          ) : (
            <DataTable
              rows={shown}
              columns={standing}
              pinned={PINNED}
              idOf={({ id }) => id}
              nameOf={(line) => nameText(line.name, line.person)}
              label={t('cohort:title')}
              chosen={chosen}
              onChoose={choose}
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
