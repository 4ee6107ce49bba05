import type { BulkRow, UndoRow } from '@lotse/journeys';
import { changeLines } from '../answer/changes-text';
import { refusalText } from '../answer/refusal-text';
import { harmless } from '../output/table';

/** `row 3, c3 hold of j3: accepted (version 9)`; what a dry run would change stands on lines below. */
export function rowText(row: BulkRow | UndoRow): string {
  const what = [row.id, row.command].filter((part) => part !== null && part !== undefined).join(' ');
  const where = row.journey === null ? '' : ` of ${row.journey}`;
  const undoes = 'undoes' in row ? ` undoes ${row.undoes}` : '';
  const at = row.version === undefined ? '' : ` (version ${row.version})`;
  const why = row.refusal === undefined ? '' : ` ${refusalText(row.refusal)}`;
  const head = `row ${row.row}${what === '' ? '' : `, ${what}`}${where}${undoes}: ${row.result}${at}${why}`;
  const changes = row.changes === undefined ? [] : changeLines(row.changes);
  return [head, ...changes.map((change) => `    ${change}`)].map(harmless).join('\n');
}
