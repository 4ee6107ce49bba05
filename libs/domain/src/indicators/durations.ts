import { daysIncluded, type Day } from '../day';
import { matches, type CountedFact } from './conditions';
import type { Pattern } from './indicator';

/** One person's way from one fact to another: its days, or since when it is open. */
export type Spell =
  | { readonly person: string; readonly from: Day; readonly to: Day; readonly days: number }
  | { readonly person: string; readonly from: Day; readonly openDays: number };

/** Median and P90 over the closed spells (nearest rank), with the number of open ones: those are censored, not zero. */
export interface DurationFigure {
  readonly closed: number;
  readonly open: number;
  readonly median?: number;
  readonly p90?: number;
}

/** @param facts of one person in order, happened by `asOf` @returns undefined when `from` has not happened */
export function spellOf(
  rule: { readonly from: Pattern; readonly to: Pattern },
  person: string,
  facts: readonly CountedFact[],
  asOf: Day,
): Spell | undefined {
  const first = facts.findIndex((fact) => matches(rule.from, fact));
  const from = facts[first]?.happenedOn;
  if (from === undefined) return undefined;
  const to = facts.slice(first).find((fact) => matches(rule.to, fact))?.happenedOn;
  return to === undefined
    ? { person, from, openDays: daysIncluded(from, asOf) - 1 }
    : { person, from, to, days: daysIncluded(from, to) - 1 };
}

const rank = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.ceil(sorted.length * share) - 1];

export function durationFigure(spells: readonly Spell[]): DurationFigure {
  const days = spells.flatMap((spell) => ('days' in spell ? [spell.days] : [])).sort((a, b) => a - b);
  const [median, p90] = [rank(days, 0.5), rank(days, 0.9)];
  return {
    closed: days.length,
    open: spells.length - days.length,
    ...(median === undefined ? {} : { median }),
    ...(p90 === undefined ? {} : { p90 }),
  };
}
