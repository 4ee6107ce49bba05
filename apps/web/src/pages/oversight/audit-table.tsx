import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../api/oversight';
import { useActionText } from '../../shared/action-text';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';

/** A list names everybody that it showed: the first few stand in the table, how many more there are beside them. */
const FEW = 3;
const shortList = (subjects: readonly string[]): string =>
  [...subjects.slice(0, FEW), ...(subjects.length > FEW ? [`+ ${subjects.length - FEW}`] : [])].join(', ');

/** Entries of the audit in words; a tooltip shows the code. */
export function AuditTable({
  entries,
  label,
}: {
  readonly entries: readonly AuditEntry[];
  readonly label: string;
}) {
  const { t } = useTranslation('oversight');
  const word = useWords();
  const days = useDays();
  const action = useActionText();
  const columns: readonly ColumnOf<AuditEntry>[] = [
    { id: 'at', title: t('at'), cell: ({ at }) => days.instant(at) },
    { id: 'who', title: t('who'), cell: ({ who }) => who },
    {
      id: 'action',
      title: t('action'),
      cell: ({ action: what, code }) => (
        <span title={what}>
          {action(what)}
          {code === undefined ? '' : `: ${word('commands', code)}`}
        </span>
      ),
    },
    {
      id: 'outcome',
      title: t('outcome'),
      cell: ({ outcome }) => (
        <Badge tone={outcome === 'done' ? 'done' : 'late'}>{t(`outcomes.${outcome}`)}</Badge>
      ),
    },
    { id: 'subjects', title: t('subject'), cell: ({ subjects }) => shortList(subjects) },
    { id: 'purpose', title: t('purpose'), cell: ({ purpose }) => purpose ?? '' },
    { id: 'entrance', title: t('entrance'), cell: ({ entrance }) => t(`entrances.${entrance}`) },
  ];
  return (
    <DataTable
      rows={entries}
      columns={columns}
      idOf={({ position }) => String(position)}
      nameOf={({ position }) => String(position)}
      label={label}
    />
  );
}
