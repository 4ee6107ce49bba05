import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SheetDocument, SheetNumber, SheetWriter } from '@lotse/reports';
import { join } from 'node:path';
import { SHEET_TEMPLATE } from './sheet.template';

/** Nothing lies there: the compiler reads what it is given and no file of the machine. */
const NOWHERE = join(__dirname, 'no-workspace');

const SHORT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
/** `31.01.2025` or `31 Jan 2025`, as the sheet's language writes days in a table. */
const dayOf = (language: SheetDocument['language'], day: string): string =>
  language === 'de' ? day.split('-').reverse().join('.') : SHORT.format(new Date(`${day}T00:00:00Z`));

function shownOf(
  document: SheetDocument,
  { label, shown, asOf, lock, target }: SheetNumber,
): Record<string, string> {
  return {
    label,
    shown,
    target: target?.shown ?? '–',
    day: dayOf(document.language, asOf),
    state: document.lockWords[lock],
  };
}

/** What the template reads: words and shown numbers, nothing to compute. */
function dataOf(document: SheetDocument): object {
  const { report } = document.lock;
  const footer = [
    ...document.facts.slice(0, 1).map((fact) => fact.join(': ')),
    document.lockWords[document.lock.state],
    // Its digest stands at the head: here it would fill the line.
    ...(report === undefined ? [] : [report]),
  ];
  const [year, month, day] = document.knownAt.slice(0, 10).split('-').map(Number);
  return {
    ...document,
    // Not the day of printing: the same sheet gives the same file.
    date: { year, month, day },
    footer: [document.title, ...footer].join(' · '),
    sections: document.sections.map((section) => ({
      ...section,
      targeted: section.numbers.some(({ target }) => target !== undefined),
      numbers: section.numbers.map((number) => shownOf(document, number)),
    })),
  };
}

/** What is no text: controls but for tabs and line ends, halves of pairs and what Unicode leaves free for ever. */
const UNWRITABLE = /[^\P{C}\t\n\p{Cf}\p{Co}]/gu;
/** Letters and marks that the fonts of the compiler have for certain. */
const CERTAIN = /[^\t\n\u0020-\u007E\u00A0-\u017F\u0400-\u04FF\u2013\u2014\u2018-\u201E\u2022\u2026\u20AC]/gu;

const everyText = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => everyText(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everyText(one, change)]));
};

function pdfOf(data: unknown): Buffer {
  const compiler = NodeCompiler.create({ workspace: NOWHERE });
  compiler.mapShadow(join(NOWHERE, 'data.json'), Buffer.from(JSON.stringify(data)));
  const compiled = compiler.compile({ mainFileContent: SHEET_TEMPLATE });
  const { result } = compiled;
  if (result === null || compiled.hasError()) throw new Error('The sheet could not be written as PDF');
  return compiler.pdf(result, { pdfStandard: 'ua-1' });
}

/**
 * Sheets as PDF/UA-1 by Typst, in this process: tagged, with title and language. What does not keep the standard is no PDF but an
 * error, since the compiler judges it. A sign that no font has breaks the standard: then the sheet is written with a question mark for
 * every one that is not certain, rather than not at all.
 */
export const createTypstSheets = (): SheetWriter => ({
  write: async (document) => {
    const data = everyText(dataOf(document), (text) => text.replaceAll(UNWRITABLE, ''));
    try {
      return pdfOf(data);
    } catch {
      return pdfOf(everyText(data, (text) => text.replaceAll(CERTAIN, '?')));
    }
  },
});
