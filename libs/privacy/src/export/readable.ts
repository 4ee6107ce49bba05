import type { Language, DocumentEntry, ReadableDocument } from '../ports/document-writer.port';
import type { ExportedRow, SubjectData } from './subject-data';
import { HEADINGS, LABELS, TITLES } from './words/headings';

const labelOf = (path: string, language: Language): string => {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return LABELS[name]?.[language] ?? path;
};

/** Label and value of everything in a value, with the way to it. */
function pairsOf(value: unknown, path: string, language: Language): [string, string][] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object'))
      return value.length === 0 ? [] : [[labelOf(path, language), value.map(String).join(', ')]];
    return value.flatMap((one, at) => pairsOf(one, `${path}.${at + 1}`, language));
  }
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, member]) =>
      pairsOf(member, path === '' ? name : `${path}.${name}`, language),
    );
  return [[labelOf(path, language), typeof value === 'string' ? value : JSON.stringify(value)]];
}

/** What is only ever read by machines; it stands in data.json. */
const MACHINE: readonly string[] = ['snapshot', 'sha256', 'seq', 'version'];

function entryOf(row: ExportedRow, language: Language): DocumentEntry {
  const shown = Object.fromEntries(Object.entries(row).filter(([name]) => !MACHINE.includes(name)));
  return { pairs: pairsOf(shown, '', language) };
}

/** The export as a document in the person's language. */
export function readableDocument(
  { person, madeAt, tables }: SubjectData,
  language: Language,
): ReadableDocument {
  const { title, words } = TITLES[language];
  return {
    language,
    title,
    words: [...words, `${person} · ${madeAt}`],
    sections: Object.entries(tables).map(([table, rows]) => ({
      heading: HEADINGS[table]?.[language] ?? table,
      entries: rows.map((row) => entryOf(row, language)),
    })),
  };
}
