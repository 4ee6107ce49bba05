import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sheet } from '@lotse/domain';
import { RecordBuilder } from './record-builder';
import type { Rows } from './rows';

const FOLDER = join(__dirname, '../../../examples/kg-glass-2023');

interface Line {
  readonly type: string;
  readonly id: string;
  readonly journey?: string;
  readonly command?: string;
  readonly happenedOn?: string;
  readonly data?: { readonly person?: string; readonly [field: string]: unknown };
}

/** The lines of the reference cohort as rows, each command taken as the fact it becomes. */
export function referenceRows(): Rows {
  const builder = new RecordBuilder('kg-glass-2023');
  const persons = new Map<string, string>();
  const lines = readFileSync(join(FOLDER, 'kg-glass-2023.jsonl'), 'utf8').trim().split('\n');
  for (const line of lines.map((text) => JSON.parse(text) as Line)) {
    const { type, id, journey = '', command: kind = '', happenedOn = '', data = {} } = line;
    if (type !== 'command') {
      builder.line(type, id, { ...line });
      continue;
    }
    if (data.person !== undefined) persons.set(journey, data.person);
    builder.fact({ journey, person: persons.get(journey) ?? '', kind, command: id, happenedOn, data });
  }
  return builder.rows;
}

/** What the original project printed, by day. */
export const expectedSheets = (): readonly Omit<Sheet, 'recommended' | 'partners' | 'materials'>[] =>
  (JSON.parse(readFileSync(join(FOLDER, 'kg-glass-2023.expected.json'), 'utf8')) as { sheets: Sheet[] })
    .sheets;
