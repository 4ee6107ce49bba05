import type { Fact } from '../../api/types';
import type { WordGroup } from '../../i18n/words';

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** The details of a fact in a line: names of fields and codes in the reader's language, ids as they are. */
export const factText = (
  { data }: Pick<Fact, 'data'>,
  word: (group: WordGroup, code: string) => string,
): string =>
  Object.entries(data)
    .filter(([, value]) => isPlain(value) || Array.isArray(value))
    .map(([name, value]) => {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return `${word('fields', name)}: ${values
        .filter(isPlain)
        .map((one) => valueText(name, one, word))
        .join(', ')}`;
    })
    .join(' · ');

/** Reference of the paper that a fact rests on; undefined where it names none. */
export function evidenceOf({ data }: { readonly data: object }): string | undefined {
  const evidence: unknown = Reflect.get(data, 'evidence');
  return typeof evidence === 'string' ? evidence : undefined;
}

/** Fields that hold the code of a stage. */
const STAGES = ['to', 'stage'];

function valueText(
  name: string,
  value: string | number | boolean,
  word: (group: WordGroup, code: string) => string,
): string {
  if (value === true) return '✓';
  if (value === false) return '✗';
  if (typeof value === 'number') return String(value);
  const stage = STAGES.includes(name) ? word('stages', value) : value;
  return stage === value ? word('codes', value) : stage;
}
