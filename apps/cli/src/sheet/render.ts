import {
  explainFigure,
  sheetCsv,
  sheetTable,
  unitsCsv,
  type FigureUnits,
  type Sheet,
  type SheetScope,
} from '@lotse/domain';
import { table } from '../output/table';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** One sheet. As JSON it is one object shaped like an entry of `sheets`, with programme and knownAt beside. */
export function sheetText(
  { sheet, programme, knownAt }: SheetScope & { readonly sheet: Sheet },
  format: Format,
): string {
  if (format === 'json') return json({ ...sheet, programme, knownAt });
  if (format === 'csv') return sheetCsv(sheet);
  return `Project sheet of ${programme} as of ${sheet.asOf}, known at ${knownAt}\n\n${sheetsTable([sheet])}`;
}

/** Sheets side by side, one figure a line under the headings of the printed sheet. */
export function sheetsTable(sheets: readonly Sheet[]): string {
  const columns = sheets.map((sheet) => sheetTable(sheet));
  const rows = (columns[0] ?? []).map(({ figure, section, label }, line) => [
    section.en,
    label.en,
    ...columns.map((column) => column[line]?.shown ?? ''),
    figure,
  ]);
  const once = rows.map((row, line) => (rows[line - 1]?.[0] === row[0] ? ['', ...row.slice(1)] : row));
  return table(['Section', 'Figure', ...sheets.map(({ asOf }) => asOf), '--explain'], once);
}

/** The units behind a figure, each with the facts and files it rests on. */
export function explainText(units: FigureUnits, format: Format): string {
  if (format === 'json') return json(units);
  if (format === 'csv') return unitsCsv(units);
  const {
    figure,
    label,
    definition,
    proof,
    unitOf,
    asOf,
    knownAt,
    shown,
    units: lines,
  } = explainFigure(units);
  const rows = lines.flatMap(({ unit, detail, evidence }) =>
    (evidence.length === 0 ? [''] : evidence).map((text, line) =>
      line === 0 ? [unit, detail, text] : ['', '', text],
    ),
  );
  const head = `${label.en} (${figure}) as of ${asOf}, known at ${knownAt}: ${shown}\n${definition} Proof: ${proof}.\n\n`;
  return head + table([unitOf, 'detail', 'evidence'], rows);
}
