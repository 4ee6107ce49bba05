import { NOBODY, PERSON_FIELDS, type PersonField, type PersonValues } from './person-values';

/** What the words of a list may be in the reader's language. */
export interface ListWords {
  /** Field by its heading. */
  readonly headings: ReadonlyMap<string, PersonField>;
  /** Code by its word, such as `female` by "weiblich" and `native` by "Muttersprache". */
  readonly codes: ReadonlyMap<string, string>;
  /** `KG` for "Kirgisistan"; undefined for what is no country. */
  readonly country: (name: string) => string | undefined;
}

export interface ListedPerson {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly values: PersonValues;
}

/** As words are compared. */
export const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const SEPARATORS = ['\t', ';', ','] as const;

/** What stands between the cells: of what a spreadsheet copies or saves, the one that the first line has most of. */
const separatorOf = (line: string): string =>
  [...SEPARATORS].sort((one, other) => line.split(other).length - line.split(one).length)[0] ?? '\t';

/** Cells of a line; quotes hold a separator, two quotes are one. */
export function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [''];
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index] ?? '';
    const last = cells.length - 1;
    if (letter === '"' && isQuoted && line[index + 1] === '"') {
      cells[last] += '"';
      index += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) cells.push('');
    else cells[last] += letter;
  }
  return cells.map((cell) => cell.trim());
}

/** `2001-05-06` for `6.5.2001`; other days stay as they are. */
const dayOf = (text: string): string => {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return year === undefined
    ? text
    : `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
};

function valueOf(field: PersonField, text: string, { codes, country }: ListWords): string {
  if (field === 'bornOn' || field === 'expectedDegreeOn') return dayOf(text);
  if (field === 'gender') return codes.get(plain(text)) ?? text;
  if (field === 'nationality') return country(text) ?? text.toUpperCase();
  if (field !== 'languages') return text;
  return text
    .split(/[,/]/)
    .map((item) => {
      const [code = '', ...level] = item.trim().split(/[\s:]+/);
      const said = level.join(' ');
      return `${code} ${codes.get(plain(said)) ?? said}`.trim();
    })
    .filter((item) => item !== '')
    .join(', ');
}

/** The persons of a list that was put in or saved by a spreadsheet. A first line of headings says the order of the columns. */
export function readList(text: string, words: ListWords): readonly ListedPerson[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const separator = separatorOf(first);
  const named = cellsOf(first, separator).map((cell) => words.headings.get(plain(cell)));
  const hasHeadings = named.filter((field) => field !== undefined).length >= 2;
  const order: readonly (PersonField | undefined)[] = hasHeadings ? named : PERSON_FIELDS;
  return lines.flatMap((line, index) => {
    if (line.trim() === '' || (hasHeadings && line === first)) return [];
    const cells = cellsOf(line, separator);
    if (cells.every((cell) => cell === '')) return [];
    const given = order.flatMap((field, place) =>
      field === undefined ? [] : [[field, valueOf(field, cells[place] ?? '', words)]],
    );
    const values: PersonValues = { ...NOBODY, ...Object.fromEntries(given) };
    return [{ line: index + 1, values }];
  });
}
