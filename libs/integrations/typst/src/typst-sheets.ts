import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SheetDocument, SheetNumber, SheetWriter } from '@lotse/reports';
import { join } from 'node:path';
import { SHEET_TEMPLATE } from './sheet.template';

/** Nothing lies there: the compiler reads what it is given and no file of the machine. */
const NOWHERE = join(__dirname, 'no-workspace');

/** `2025-01-31` as the sheet's language writes days in a table. */
const dayOf = (language: SheetDocument['language'], day: string): string =>
  language === 'de' ? day.split('-').reverse().join('.') : day;

function shownOf(document: SheetDocument, { label, shown, asOf, lock }: SheetNumber): Record<string, string> {
  return { label, shown, day: dayOf(document.language, asOf), state: document.lockWords[lock] };
}

/** What the template reads: words and shown numbers, nothing to compute. */
function dataOf(document: SheetDocument): object {
  const [first, ...others] = document.facts;
  const footer = [first, ...others.slice(-1)].flatMap((fact) =>
    fact === undefined ? [] : [fact.join(': ')],
  );
  const [year, month, day] = document.knownAt.slice(0, 10).split('-').map(Number);
  return {
    ...document,
    // Not the day of printing: the same sheet gives the same file.
    date: { year, month, day },
    footer: [document.title, ...footer].join(' · '),
    sections: document.sections.map((section) => ({
      ...section,
      numbers: section.numbers.map((number) => shownOf(document, number)),
    })),
  };
}

/**
 * Sheets as PDF/UA-1 by Typst, in this process: tagged, with title and language. What does not keep the standard is no PDF but an
 * error, since the compiler judges it.
 */
export const createTypstSheets = (): SheetWriter => ({
  write: async (document) => {
    const compiler = NodeCompiler.create({ workspace: NOWHERE });
    compiler.mapShadow(join(NOWHERE, 'data.json'), Buffer.from(JSON.stringify(dataOf(document))));
    const compiled = compiler.compile({ mainFileContent: SHEET_TEMPLATE });
    const { result } = compiled;
    if (result === null || compiled.hasError()) throw new Error('The sheet could not be written as PDF');
    return compiler.pdf(result, { pdfStandard: 'ua-1' });
  },
});
