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
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { download } from '../../shared/download';
import { FindField } from '../../shared/find-field';
import { useFilters } from '../../shared/filters';
import { latinOf } from '../../shared/latin';
import { nameText, PersonName } from '../../shared/person-name';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { Cell } from './cell';
import { cellOf, COLUMNS } from './milestones';

/** A field of a table for spreadsheets: quoted, and never a formula. */
const field = (text: string): string =>
  `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** People by milestones: the spreadsheet's place. Feet are the figures of the sheet. */
export function Page() {
  const { t } = useTranslation(['cohort', 'people']);
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
  const wanted = latinOf(filters.find ?? '');
  const shownOf = (lines: readonly CohortLine[]): readonly CohortLine[] =>
    lines.filter((line) => latinOf(nameText(line.name, line.person)).includes(wanted));
  const save = (lines: readonly CohortLine[]): void => {
    const head = [
      t('cohort:person'),
      t('cohort:stage'),
      ...COLUMNS.map(({ code }) => word('milestones', code)),
    ];
    const rows = lines.map((line) => [
      nameText(line.name, line.person),
      word('stages', line.stage),
      ...COLUMNS.map(({ code }) => cellOf(line, code).day ?? ''),
    ]);
    download(
      `${programme?.id ?? 'cohort'}.csv`,
      `\uFEFF${[head, ...rows].map((row) => row.map(field).join(';')).join('\r\n')}`,
    );
  };
  return (
    <>
      <PageHead title={t('cohort:title')}>
        <FindField label={t('cohort:find')} />
        <Button
          variant="default"
          disabled={query.data === undefined}
          onClick={() => save(shownOf(query.data ?? []))}
        >
          {t('cohort:export')}
        </Button>
        <Button disabled={chosen.size === 0} onClick={() => act(true)}>
          {t('people:act', { count: chosen.size })}
        </Button>
      </PageHead>
      <Loaded query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty icon="grid" title={t('cohort:emptyTitle')} text={t('cohort:emptyHelp')} />
          ) : (
            <DataTable
              rows={shownOf(lines)}
              columns={columns}
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
        <BulkDialog
          lines={(query.data ?? []).filter(({ id }) => chosen.has(id))}
          onClose={() => act(false)}
        />
      ) : null}
    </>
  );
}
