import { hash, verify, type Options } from '@node-rs/argon2';
import type { AccountRefusal } from './answer';
import { isCommon } from './common-passwords';

/** Argon2id (the library's default) with the parameters of OWASP's password storage cheat sheet: 19 MiB, two passes. */
const OWASP: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 12;
const LONGEST = 256;
const FEWEST_CHARACTERS = 6;

/** What stands in lists of guessers; docs/security/decisions.md names them. What is left without them has to be long enough. */
const WORDS = [
  'lotse',
  'password',
  'passwort',
  'kennwort',
  'пароль',
  'сырсөз',
  'qwerty',
  'qwertz',
  '123456',
  'abcdef',
];
const SHORTEST_REST = 8;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), OWASP);

/** Somebody who is not known costs as much as somebody who is. */
const NOBODYS = hashPassword('nobody has this password');

/** Whether the password is the account's own; the same work is done when there is no hash. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await NOBODYS), password.normalize('NFC'));
  return matches && stored !== undefined;
}

/** Long, not one's own name or address, not a guesser's word or one character over and over. No other rules: length is what counts. */
function isStrong(password: string, own: readonly (string | undefined)[]): boolean {
  const letters = Array.from(password.normalize('NFC'));
  const lower = password.normalize('NFC').toLowerCase();
  const rest = WORDS.reduce((text, word) => text.replaceAll(word, ''), lower);
  return (
    letters.length >= SHORTEST &&
    letters.length <= LONGEST &&
    new Set(letters).size >= FEWEST_CHARACTERS &&
    Array.from(rest).length >= SHORTEST_REST &&
    !own.some((text) => text !== undefined && text.length > 3 && lower.includes(text.toLowerCase()))
  );
}

/** Why a password is not taken; undefined when it is. @param own texts of the person that it must not hold */
export async function passwordFault(
  password: string,
  own: readonly (string | undefined)[],
): Promise<Extract<AccountRefusal, 'password-weak' | 'password-common'> | undefined> {
  if (!isStrong(password, own)) return 'password-weak';
  return (await isCommon(password)) ? 'password-common' : undefined;
}
