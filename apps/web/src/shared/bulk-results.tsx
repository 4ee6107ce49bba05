import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../api/cohort';
import { useWords } from '../i18n/words';
import type { BulkRow } from '../live/bulk';
import { Badge } from './badges';
import { DataTable } from './data-table';
import { useGuardText } from './guard-text';
import { nameText } from './person-name';

/** What became, or would become, of each. */
export function BulkResults({
  rows,
  lines,
}: {
  readonly rows: readonly BulkRow[];
  readonly lines: readonly CohortLine[];
}) {
  const { t } = useTranslation('people');
  const word = useWords();
  const missing = useGuardText();
  const nameOf = ({ journey }: BulkRow): string => {
    const line = lines.find(({ id }) => id === journey);
    return line === undefined ? (journey ?? '') : nameText(line.name, line.person);
  };
  const well = rows.filter(({ result }) => result !== 'refused').length;
  const why = ({ refusal }: BulkRow): string =>
    (refusal?.unmet ?? [])
      .map((one) => `${missing(one)} (${one.who.map((role) => word('roles', role)).join(', ')})`)
      .join('; ');
  return (
    <>
      <p role="status">{t('results', { well, refused: rows.length - well })}</p>
      <DataTable
        rows={rows}
        label={t('bulkAct')}
        idOf={({ row }) => String(row)}
        nameOf={nameOf}
        columns={[
          { id: 'name', title: t('name'), cell: nameOf, sort: nameOf },
          {
            id: 'result',
            title: t('result'),
            cell: ({ result }) => (
              <Badge tone={result === 'refused' ? 'late' : 'done'}>{t(`outcomes.${result}`)}</Badge>
            ),
            sort: ({ result }) => result,
          },
          { id: 'why', title: t('why'), cell: why },
        ]}
      />
    </>
  );
}
