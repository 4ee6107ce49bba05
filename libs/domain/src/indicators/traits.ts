import type { Day } from '../day';
import type { Traits } from './indicator';

/** Bands of the European Social Fund Plus, by the age in full years on the day of entry. */
const BANDS = [
  [18, '0-17'],
  [30, '18-29'],
  [55, '30-54'],
] as const;

/** Full years on a day; on 29 February one grows older on 1 March of other years. */
const ageOn = (bornOn: Day, on: Day): number =>
  Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5) < bornOn.slice(5) ? 1 : 0);

const bandOf = (age: number): string => BANDS.find(([below]) => age < below)?.[1] ?? '55+';

/** What is kept of a person in clear: a gender, a band of ages and a country, never a day of birth. @param enteredOn first nomination */
export const traitsOf = (
  person: { readonly gender?: string; readonly nationality?: string; readonly bornOn?: Day },
  enteredOn: Day | undefined,
): Traits => ({
  gender: person.gender ?? 'unknown',
  country: person.nationality ?? 'unknown',
  'age-band':
    person.bornOn === undefined || enteredOn === undefined
      ? 'unknown'
      : bandOf(ageOn(person.bornOn, enteredOn)),
});

export const UNKNOWN_TRAITS: Traits = { gender: 'unknown', country: 'unknown', 'age-band': 'unknown' };
