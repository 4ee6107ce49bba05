import type { Day } from '../day';
import { fraction, type Fraction } from '../fraction';
import type { CountedFact } from './conditions';
import type { Traits } from './indicator';

/** One unit, and the days from which it counts or counts no more; `amount` is what it counts then, 0 when it does not. */
export interface Change {
  readonly unit: string;
  readonly on: Day;
  readonly amount: Fraction;
}

/** Whose facts they are. */
export interface Subject {
  readonly person: string;
  /** Facts of all journeys of the person in the programme, known and not superseded, in order; no void journey's. */
  readonly facts: readonly CountedFact[];
  readonly traits: Traits;
}

export const ONE = fraction(1n);
export const NONE = fraction(0n);
export const same = (a: Fraction, b: Fraction): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

/** Days on which one of these facts happened, in order: only on them anything can change. */
const daysOf = (facts: readonly CountedFact[]): Day[] =>
  [...new Set(facts.map(({ happenedOn }) => happenedOn))].sort();

/** The amounts of one unit over time, a change where the amount of a day differs from that before it. */
export function changesOfUnit(
  unit: string,
  facts: readonly CountedFact[],
  amountOf: (facts: readonly CountedFact[]) => Fraction,
): Change[] {
  let before = NONE;
  return daysOf(facts).flatMap((on) => {
    const amount = amountOf(facts.filter(({ happenedOn }) => happenedOn <= on));
    if (same(amount, before)) return [];
    before = amount;
    return [{ unit, on, amount }];
  });
}
