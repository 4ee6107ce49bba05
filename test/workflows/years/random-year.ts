import { addDays, type JsonObject } from '@lotse/domain';
import { dataLater } from '../../domain/later';
import { numbers } from '../../domain/random-numbers';
import type { Act } from '../../domain/random-journeys';

/** The year that every random journey goes through: it holds 29 February, and time is skipped to its first day. */
export const YEAR = '2028';
/** Months from the random world's own year. */
const LATER = 12 * (Number(YEAR) - 2026);

/** What a random act names, in the year of the test. */
export const dataInYear = (data: JsonObject): JsonObject => dataLater(data, LATER);

/** What is done, and how many days of that time are let pass before it. */
export interface YearAct extends Act {
  readonly wait: number;
}

const WHAT: readonly Act['what'][] = [
  ...Array.from({ length: 14 }, () => 'next' as const),
  'skip',
  'other',
  'other',
  'other',
  'correct',
  'correct',
];

/** Acts of the ordinary way that the random way has. */
const WAY_STEPS = 90;

/** The random acts of one journey: some way as it should go, then anything between. The same seed, the same acts. */
export function randomYear(seed: number, journey: string): readonly YearAct[] {
  const next = numbers(seed);
  const straight = 1 + next(WAY_STEPS);
  return Array.from({ length: straight + 8 + next(32) }, (_none, place) => {
    const isStraight = place < straight;
    return {
      journey,
      what: isStraight ? 'next' : (WHAT[next(WHAT.length)] ?? 'next'),
      pick: isStraight ? 1 : next(10_000),
      day: next(320),
      amount: next(62),
      wait: next(12) === 0 ? next(45) : 0,
    };
  });
}

/** The last day of the year that a journey that began on this day is followed for. */
export const yearAfter = (day: string): string => addDays(day, 365);
