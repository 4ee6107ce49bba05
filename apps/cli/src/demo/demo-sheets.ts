import { readFile } from 'node:fs/promises';
import type { Sheet, SheetReader } from '@lotse/domain';
import { exampleFile } from '../lotse/installation';
import { answered } from '../sheet/answered';

/** A sheet of the original project, under the keys it prints. */
export interface ExpectedSheet {
  readonly asOf: string;
  readonly [figure: string]: unknown;
}

/** The figures of the original project, on the days for which they are known. */
export interface ExpectedSheets {
  readonly programme: string;
  readonly workMonthRule: string;
  readonly sheets: readonly ExpectedSheet[];
}

/** Ships with the project, beside the lines that must come to these figures. */
export async function expectedSheets(): Promise<ExpectedSheets> {
  const expected: ExpectedSheets = JSON.parse(
    await readFile(exampleFile('kg-glass-2023/kg-glass-2023.expected.json'), 'utf8'),
  );
  return expected;
}

/** The sheets as they are counted now, on the expected days, in their order. */
export async function demoSheets(reader: SheetReader, expected: ExpectedSheets): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { asOf } of expected.sheets) {
    sheets.push(answered(await reader.sheet({ programme: expected.programme, asOf })).sheet);
  }
  return sheets;
}
