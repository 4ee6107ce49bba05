import {
  effectiveFacts,
  isJsonObject,
  textOf,
  traitsOf,
  type Day,
  type Instant,
  type Json,
  type KnownFact,
  type Traits,
  type TraitsFrom,
} from '@lotse/domain';
import type { SealedPerson } from '../ports/sealed-person';
import type { KeyringPort } from '../ports/keyring.port';
import { personPlace } from '../secrets/person-place';

/** The day of the first nomination; undefined where nobody was nominated. */
export function enteredOn(journeys: readonly (readonly KnownFact[])[]): Day | undefined {
  return journeys
    .filter((facts) => !facts.some(({ kind }) => kind === 'void'))
    .flatMap((facts) => effectiveFacts(facts))
    .filter(({ kind }) => kind === 'nominate')
    .map(({ happenedOn }) => happenedOn)
    .sort()[0];
}

/** What of a person's record is kept in clear. @param body the record, opened */
export function clearOf(body: Json, entry: Day | undefined): Traits {
  const record = isJsonObject(body) ? body : {};
  const read = (name: string): Record<string, string> => {
    const value = textOf(record[name]);
    return value === '' ? {} : { [name]: value };
  };
  return traitsOf({ ...read('gender'), ...read('nationality'), ...read('bornOn') }, entry);
}

/** The same of a stored record; undefined after an erasure. */
export function sealedTraits(
  keyring: KeyringPort,
  person: SealedPerson | undefined,
  entry: Day | undefined,
): Traits | undefined {
  if (person?.wrappedKey === undefined) return undefined;
  const { id, version, secret, wrappedKey } = person;
  return clearOf(keyring.open(wrappedKey, id, personPlace(id, version), secret), entry);
}

const text = (traits: Traits | undefined): string =>
  traits === undefined ? '' : [traits.gender, traits.country, traits['age-band']].map(textOf).join(' ');

/** Known traits with those learned at an instant; the same when nothing is new. What was known first holds from the beginning. */
export function learned(
  known: readonly TraitsFrom[],
  traits: Traits | undefined,
  at: Instant,
): readonly TraitsFrom[] {
  if (traits === undefined) return known;
  if (known.length === 0) return [{ from: '', traits }];
  const until = known.filter(({ from }) => from <= at);
  if (text(until.at(-1)?.traits) === text(traits)) return known;
  return [...until.filter(({ from }) => from < at), { from: at, traits }, ...known.slice(until.length)];
}
