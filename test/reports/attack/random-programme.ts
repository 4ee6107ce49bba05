import { addDays } from '@lotse/domain';
import { SmallProgramme, type SmallPerson } from './small-programme';

/** Numbers from 0 (included) to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const BEGINS = '2023-10-01';
export const INDICATORS = ['nominated', 'students', 'commitmentsSigned'];

/** Shares of them in the catalogue. */
export const SHARES = {
  selectionRate: ['students', 'nominated'],
  conversionToCommitment: ['commitmentsSigned', 'students'],
} as const;

/** A made-up programme: uneven groups, people who come one by one or together, some of whom get further. */
export function randomProgramme(seed: number, size: number): SmallProgramme {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[], skew: number): Value | undefined =>
    values[Math.floor(random() ** skew * values.length)];
  const universities = ['bstu', 'kstu', 'tyumen'];
  const waves = Array.from({ length: 6 }, () => Math.floor(random() * 330));
  const skew = 1 + random() * 2;
  const persons = Array.from({ length: size }, (_, index): SmallPerson => {
    const entered = addDays(BEGINS, random() < 0.7 ? (pick(waves, 1) ?? 0) : Math.floor(random() * 330));
    const selected = addDays(entered, Math.floor(random() * 40));
    const signed = addDays(selected, Math.floor(random() * 40));
    return {
      id: `p${index}`,
      at: {
        gender: pick(['female', 'male'], skew) ?? 'unknown',
        university: pick(universities, skew) ?? 'unknown',
        'age-band': pick(['18-29', '30-54'], skew + 1) ?? 'unknown',
      },
      counts: {
        nominated: [entered],
        ...(random() < 0.85 ? { students: [selected] } : {}),
        ...(random() < 0.6 ? { students: [selected], commitmentsSigned: [signed] } : {}),
      },
    };
  });
  return new SmallProgramme(persons, BEGINS, universities);
}
