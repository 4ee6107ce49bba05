import { isJsonObject, type Json } from '@lotse/domain';

/** No line type nests deeper than four; the limit only keeps what reads JSON recursively from running out of stack. */
const DEEPEST = 16;

/** What keeps a parsed JSON value from being compared and stored: it nests too deep, or a number such as 1e999 is none. */
export function jsonFault(value: Json | undefined, depth = 0): string | undefined {
  if (depth > DEEPEST) return `Nest objects and lists at most ${DEEPEST} deep.`;
  if (typeof value === 'number' && !Number.isFinite(value))
    return 'Write numbers that a double can hold; one is too large.';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const member of Object.values(value)) {
    const fault = jsonFault(member, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** True when PostgreSQL can keep every text and name of a value as JSON: no NUL, no half of a surrogate pair. */
export function isStorableJson(value: Json | undefined): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (Array.isArray(value)) return value.every(isStorableJson);
  return (
    !isJsonObject(value) ||
    Object.entries(value).every(([name, member]) => isStorable(name) && isStorableJson(member))
  );
}
