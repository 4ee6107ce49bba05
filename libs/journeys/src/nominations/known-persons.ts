import { isJsonObject, textOf, type JsonObject } from '@lotse/domain';
import type { JourneyStore } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { personPlace } from '../secrets/person-place';

/** Name and birthday, however they were written: by these somebody is taken for the same. */
export const sameness = ({ givenName, familyName, bornOn }: JsonObject): string =>
  [givenName, familyName, bornOn]
    .map((value) => textOf(value).normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('und'))
    .join('\n');

/**
 * Whom a university nominated before, by `sameness`. Those of other universities are not looked at: nothing of them may show, and
 * whether two records are one person is for the coordination to say (`merge-person`).
 */
export async function knownPersons(
  { journeys, keyring }: { readonly journeys: JourneyStore; readonly keyring: KeyringPort },
  university: string,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { id, version, secret, wrappedKey } of await journeys.personsFrom(university)) {
    if (wrappedKey === undefined) continue;
    const body = keyring.open(wrappedKey, id, personPlace(id, version), secret);
    if (isJsonObject(body)) known.set(sameness(body), id);
  }
  return known;
}
