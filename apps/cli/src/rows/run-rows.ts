import type { BulkRow, UndoRow } from '@lotse/journeys';
import { EXIT } from '../exit-code';
import { printLine } from '../output/print';
import type { StatusLine } from '../output/status-line';
import { rowText } from './row-text';

interface RowsOptions {
  readonly json?: boolean;
  /** What the status line shows after a row, such as a bar. */
  readonly progress?: (row: BulkRow) => string;
}

const RESULTS = ['accepted', 'would-be-accepted', 'repeated', 'refused'] as const;

/** Prints each row as it is answered and the count of all at the end on standard error; refused rows end with status 2. */
export async function runRows(
  rows: AsyncIterable<BulkRow | UndoRow>,
  status: StatusLine,
  { json, progress = ({ row }) => `${row} rows` }: RowsOptions,
): Promise<number> {
  const tally = { accepted: 0, 'would-be-accepted': 0, repeated: 0, refused: 0 };
  for await (const row of rows) {
    tally[row.result] += 1;
    status.clear();
    await printLine(json === true ? JSON.stringify(row) : rowText(row));
    status.show(progress(row));
  }
  status.clear();
  const all = RESULTS.reduce((sum, result) => sum + tally[result], 0);
  const shown = RESULTS.filter((result) => result !== 'would-be-accepted' || tally[result] > 0);
  process.stderr.write(`${all} rows: ${shown.map((result) => `${tally[result]} ${result}`).join(', ')}\n`);
  if (tally.refused > 0) process.exitCode = EXIT.refused;
  return all;
}
