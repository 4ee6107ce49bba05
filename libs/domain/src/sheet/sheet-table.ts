import { fractionDisplay, parseFraction } from '../fraction';
import type { Words } from '../words';
import { FIGURES, SECTIONS, type FigureKey, type ListedFigure } from './figures';
import type { Sheet } from './sheet';

/** One figure as a line of the sheet, in the sheet's order. */
export interface SheetRow {
  readonly figure: FigureKey;
  readonly section: Words;
  readonly label: Words;
  /** For people: work months with two decimals, half up. */
  readonly shown: string;
  /** For machines: work months as an exact fraction. */
  readonly exact: string;
  /** What it consists of, where the sheet says so: ids of the set, partners and materials by kind. */
  readonly parts: readonly string[];
}

const LISTED: ReadonlySet<string> = new Set(FIGURES.filter(({ listed }) => listed).map(({ key }) => key));
const isListed = (key: FigureKey): key is ListedFigure => LISTED.has(key);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The value as the sheet holds it: an exact number as text. */
function exactOf(sheet: Sheet, key: FigureKey): string {
  switch (key) {
    case 'partners':
      return String(Object.values(sheet.partners).flat().length);
    case 'materials':
      return String(sum(Object.values(sheet.materials)));
    case 'interviews.company':
      return String(sheet.interviews.company);
    case 'interviews.student':
      return String(sheet.interviews.student);
    case 'interviews.university':
      return String(sheet.interviews.university);
    default:
      return String(sheet[key]);
  }
}

function partsOf(sheet: Sheet, key: FigureKey): readonly string[] {
  if (isListed(key)) return sheet.units[key];
  if (key === 'partners')
    return Object.entries(sheet.partners).map(([kind, ids]) => `${kind}: ${ids.join(', ')}`);
  if (key === 'materials') return Object.entries(sheet.materials).map(([kind, count]) => `${kind}: ${count}`);
  return [];
}

/** The sheet as lines, in the order of the printed project sheet; every figure on every sheet. */
export const sheetTable = (sheet: Sheet): readonly SheetRow[] =>
  FIGURES.map(({ key, section, label }) => {
    const exact = exactOf(sheet, key);
    const shown = key === 'workMonths' ? fractionDisplay(parseFraction(exact)) : exact;
    return { figure: key, section: SECTIONS[section], label, shown, exact, parts: partsOf(sheet, key) };
  });
