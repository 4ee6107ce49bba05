import { COLUMN_NOTES } from '../catalogue';
import type { FoundSubject, SubjectIds, SubjectRow } from '../ports/subject-store.port';
import type { PrivacyParts } from '../privacy-parts';
import { openedValue } from './opened';

export type ExportedRow = Readonly<Record<string, unknown>>;

/** Everything exportable that is held of one person: rows by table, columns by name, sealed values in clear. */
export interface SubjectData {
  readonly format: 'lotse-subject-export@1';
  readonly person: string;
  readonly madeAt: string;
  readonly tables: Readonly<Record<string, readonly ExportedRow[]>>;
}

const exportable = (table: string): string[] =>
  Object.entries(COLUMN_NOTES[table] ?? {})
    .filter(([, note]) => note.exportable)
    .map(([column]) => column);

/** In the order in which people read them; others follow. */
const READ_FIRST = [
  'record',
  'contact_point',
  'account',
  'account_grant',
  'journey',
  'fact',
  'journey_clock',
  'journey_task',
  'note',
  'file',
  'approval',
  'audit_entry',
];

/** Tables with something exportable. */
export const EXPORTED_TABLES: readonly string[] = [
  ...new Set(READ_FIRST.concat(Object.keys(COLUMN_NOTES).filter((table) => exportable(table).length > 0))),
];

/** An access as the person is told of it: a list names journeys of others beside, which are left out. */
function accessOf({ entry }: SubjectRow, { persons, journeys }: SubjectIds): ExportedRow {
  const told: unknown = JSON.parse(String(entry));
  const whole: ExportedRow = typeof told === 'object' && told !== null ? { ...told } : {};
  const own = new Set([
    ...persons.flatMap((id) => [`person/${id}`, `record/person/${id}`]),
    ...journeys.map((id) => `journey/${id}`),
  ]);
  const {
    subjects,
    digest: _digest,
    count: _count,
    request: _request,
    from: _from,
    command: _command,
    ...rest
  } = whole;
  const mine = Array.isArray(subjects) ? subjects.filter((subject) => own.has(String(subject))) : [];
  return { ...rest, subjects: mine };
}

export async function subjectData(
  { stores: { subjects }, keyring, clock }: PrivacyParts,
  person: string,
  { ids }: FoundSubject,
): Promise<SubjectData> {
  const keys = await subjects.keys(ids.persons);
  const tables: Record<string, readonly ExportedRow[]> = {};
  for (const table of EXPORTED_TABLES) {
    const rows = await subjects.rows(table, ids);
    if (rows.length === 0) continue;
    const columns = exportable(table);
    tables[table] = rows.map((row) =>
      table === 'audit_entry'
        ? accessOf(row, ids)
        : Object.fromEntries(
            columns
              .map((column) => [column, openedValue(keyring, keys, `${table}.${column}`, row)] as const)
              .filter(([, value]) => value !== undefined),
          ),
    );
  }
  return { format: 'lotse-subject-export@1', person, madeAt: clock.now().toISOString(), tables };
}
