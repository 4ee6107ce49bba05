import type { KeyringPort } from '../ports/keyring.port';

/** Longest id of a command. */
const LONGEST = 64;

/**
 * The id of a command that follows from others: the same parts give the same id, so that doing it again is a repeat. Parts that
 * are too long together are shortened to a digest.
 */
export function derivedId(
  keyring: KeyringPort,
  action: string,
  ...parts: readonly (string | number)[]
): string {
  const whole = [action, ...parts].join('.');
  return whole.length <= LONGEST ? whole : `${action.slice(0, 20)}.${keyring.hash(whole).slice(0, 40)}`;
}
