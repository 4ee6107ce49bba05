import type { SheetDocument, SheetNumber, SheetSection, SheetWriter } from '@lotse/reports';
import writeExcelFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node';

/** Characters that XML cannot hold; a spreadsheet with one of them does not open. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** What a cell holds at most. */
const LONGEST = 32_000;

/** Text and never a formula, whatever it begins with. */
const text = (value: string, style: CellObject = {}): Cell => ({
  value: value.replaceAll(UNWRITABLE, '').slice(0, LONGEST),
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...style,
});
const BOLD: CellObject = { fontWeight: 'bold' };
const HEAD: CellObject = { ...BOLD, backgroundColor: '#EEF3F6' };
const TITLES: Readonly<Record<SheetSection['level'], CellObject>> = { 2: { ...BOLD, fontSize: 13 }, 3: BOLD };

/** A number where it is a whole or decimal one; what is suppressed stays words. */
function value({ exact, shown }: SheetNumber): Cell {
  if (exact === null) return text(shown, { align: 'right' });
  return exact.includes('/')
    ? { value: fractionOf(exact), type: Number, format: '0.00', ...BOLD }
    : { value: Number(exact), type: Number, ...BOLD };
}

function fractionOf(exact: string): number {
  const [numerator, denominator] = exact.split('/').map(Number);
  return (numerator ?? 0) / (denominator ?? 1);
}

const sectionRows = (document: SheetDocument, section: SheetSection): Row[] => [
  [],
  [text(section.heading, TITLES[section.level])],
  ...section.texts.map((entry) => [text(entry.text)]),
  ...section.numbers.map((number) => [
    text(number.label),
    value(number),
    text(number.target?.shown ?? ''),
    text(number.asOf),
    text(document.lockWords[number.lock]),
  ]),
  ...section.items.map((entry) => [text(entry.text)]),
  ...section.quotes.map(({ text: said, by }) => [text(said, { fontStyle: 'italic' }), text(by)]),
];

const sheetRows = (document: SheetDocument): Row[] => [
  [text(document.title, { ...BOLD, fontSize: 18 })],
  [text(document.subtitle.text)],
  ...document.facts.map(([label, told]) => [text(label, BOLD), text(told)]),
  ...document.sections.flatMap((section) => sectionRows(document, section)),
  [],
  ...document.notes.map((note) => [text(note)]),
];

/** One line a number, for those who compute with it. */
const figureRows = ({ sections, lock }: SheetDocument): Row[] => [
  [
    'section',
    'figure',
    'label',
    'value',
    'exact',
    'state',
    'asOf',
    'knownAt',
    'lock',
    'target',
    'targetOn',
    'targetQualifier',
    'report',
    'sha256',
  ].map((name) => text(name, HEAD)),
  ...sections.flatMap(({ heading, numbers }) =>
    numbers.map((number) => [
      text(heading),
      text(number.figure),
      text(number.label),
      value(number),
      text(number.exact ?? ''),
      text(number.state),
      text(number.asOf),
      text(number.knownAt),
      text(number.lock),
      text(number.target?.value ?? ''),
      text(number.target?.on ?? ''),
      text(number.target?.qualifier ?? ''),
      text(lock.report ?? ''),
      text(lock.sha256 ?? ''),
    ]),
  ),
];

const NAMES = { de: ['Steckbrief', 'Zahlen'], en: ['Sheet', 'Figures'] } as const;

/** Sheets as XLSX: the sheet as it is printed, and its numbers as a table. */
export const createXlsxSheets = (): SheetWriter => ({
  write: (document) =>
    writeExcelFile([
      {
        data: sheetRows(document),
        sheet: NAMES[document.language][0],
        columns: [{ width: 60 }, { width: 16 }, { width: 30 }, { width: 14 }, { width: 22 }],
      },
      {
        data: figureRows(document),
        sheet: NAMES[document.language][1],
        stickyRowsCount: 1,
        columns: [20, 30, 34, 12, 14, 12, 12, 26, 12, 12, 12, 14, 16, 30].map((width) => ({ width })),
      },
    ]).toBuffer(),
});
