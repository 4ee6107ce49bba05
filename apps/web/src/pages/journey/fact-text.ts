import type { WordGroup } from '../../i18n/words';

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** How codes, days and ids are said in the reader's language. */
export interface FactWords {
  readonly word: (group: WordGroup, code: string) => string;
  readonly day: (day: string) => string;
  /** Name of an organisation; its id where it is not known. */
  readonly named: (id: string) => string;
}

/** The details of a fact in a line, in the reader's language; ids of anything but organisations as they are. */
export const factText = ({ data }: { readonly data: object }, words: FactWords): string =>
  Object.entries(data)
    .filter(([, value]) => isPlain(value) || Array.isArray(value))
    .map(([name, value]) => {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      const texts = values.filter(isPlain).map((one) => valueText(name, one, words));
      return `${words.word('fields', isStage(name, value, words) ? 'stage' : name)}: ${texts.join(', ')}`;
    })
    .join(' · ');

/** Reference of the paper that a fact rests on; undefined where it names none. */
export function evidenceOf({ data }: { readonly data: object }): string | undefined {
  const evidence: unknown = Reflect.get(data, 'evidence');
  return typeof evidence === 'string' ? evidence : undefined;
}

/** Fields that hold the code of a stage; `to` is a day elsewhere. */
const STAGES = ['to', 'stage'];
const ORGANISATIONS = ['company', 'university', 'municipality'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isStage = (name: string, value: unknown, { word }: FactWords): boolean =>
  STAGES.includes(name) && typeof value === 'string' && word('stages', value) !== value;

function valueText(name: string, value: string | number | boolean, words: FactWords): string {
  if (value === true) return '✓';
  if (value === false) return '✗';
  if (typeof value === 'number') return String(value);
  if (isStage(name, value, words)) return words.word('stages', value);
  if (ORGANISATIONS.includes(name)) return words.named(value);
  return DAY.test(value) ? words.day(value) : words.word('codes', value);
}
