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
        .map((one) => valueText(one, word))
        .join(', ')}`;
    })
    .join(' · ');

function valueText(
  value: string | number | boolean,
  word: (group: WordGroup, code: string) => string,
): string {
  if (value === true) return '✓';
  if (value === false) return '✗';
  return typeof value === 'number' ? String(value) : word('codes', value);
}
