import { useWords } from '../i18n/words';

interface Met {
  readonly guard: string;
  readonly remedy: string;
}

/** `evaluated` of `evaluated:mentor`: a guard that counts several names the one that is missing. */
export const guardCode = (guard: string): string => guard.split(':')[0] ?? guard;

/** What names a field after it. */
const FIELDS = ['field', 'reference'];

/** What is missing in the reader's language, with the one of several that is; the API's words where the catalogue has none. */
export function useGuardText(): (unmet: Met) => string {
  const word = useWords();
  return ({ guard, remedy }) => {
    const [code = guard, item] = guard.split(':');
    const name = word('guards', code);
    if (name === code) return remedy;
    if (item === undefined) return name;
    // `field:data.month`: a field by its path.
    const field = item.split('.').at(-1) ?? item;
    return `${name} (${FIELDS.includes(code) ? word('fields', field) : word('codes', item)})`;
  };
}
