import type { Language, DocumentEntry, ReadableDocument } from '../ports/document-writer.port';
import type { ExportedRow, SubjectData } from './subject-data';
import { GENDER_WORDS, ROLE_WORDS, STAGE_WORDS, STATUS_WORDS } from './words/code-words';
import { COMMAND_WORDS } from './words/command-words';
import { FIELD_WORDS } from './words/field-words';
import { HEADINGS, LABELS, TITLES } from './words/headings';
import { dictionary } from './words/word';

const fieldWord = dictionary(FIELD_WORDS);
const stageWord = dictionary(STAGE_WORDS);
const roleWord = dictionary(ROLE_WORDS);

/** Members whose values are codes. */
const CODED: Readonly<Record<string, ReturnType<typeof dictionary>>> = {
  kind: dictionary(COMMAND_WORDS),
  stage: stageWord,
  to: stageWord,
  status: dictionary(STATUS_WORDS),
  actor_role: roleWord,
  role: roleWord,
  roles: roleWord,
  party: roleWord,
  respondentKind: roleWord,
  gender: dictionary(GENDER_WORDS),
};

/** The last part of the way to a value; numbers are places in a list. */
const nameOf = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;

function labelOf(path: string, language: Language): string {
  const name = nameOf(path);
  return LABELS[name]?.[language] ?? fieldWord(name, language) ?? name;
}

function wordOf(value: unknown, path: string, language: Language): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return CODED[nameOf(path)]?.(text, language) ?? text;
}

/** Label and value of everything in a value, with the way to it. */
function pairsOf(value: unknown, path: string, language: Language): [string, string][] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object'))
      return value.length === 0
        ? []
        : [[labelOf(path, language), value.map((one) => wordOf(one, path, language)).join(', ')]];
    return value.flatMap((one, at) => pairsOf(one, `${path}.${at + 1}`, language));
  }
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, member]) =>
      pairsOf(member, path === '' ? name : `${path}.${name}`, language),
    );
  return [[labelOf(path, language), wordOf(value, path, language)]];
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
