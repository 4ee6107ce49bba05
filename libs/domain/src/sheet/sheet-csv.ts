import { toCsv } from './csv';
import type { Sheet } from './sheet';
import { sheetTable } from './sheet-table';

const HEADER = [
  'asOf',
  'figure',
  'section_de',
  'label_de',
  'section_en',
  'label_en',
  'value',
  'exact',
  'parts',
];

/** The sheet as CSV, one figure a line, in the order of the sheet; formula-safe, UTF-8 without a byte order mark. */
export const sheetCsv = (sheet: Sheet): string =>
  toCsv([
    HEADER,
    ...sheetTable(sheet).map(({ figure, section, label, shown, exact, parts }) => [
      sheet.asOf,
      figure,
      section.de,
      label.de,
      section.en,
      label.en,
      shown,
      exact,
      parts.join('; '),
    ]),
  ]);
