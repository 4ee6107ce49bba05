import type { Stretch } from '../axes';
import { addDays, daysIncluded, laterOf, type Day } from '../day';

/** What a clock counts from, found in a journey. */
export interface Anchored {
  readonly on: Day;
  /** The day the fact was recorded here; what was past by then is overdue, not late. */
  readonly insertedOn: Day;
  /** A series ends with this day. */
  readonly until?: Day;
  /** Tells several of the same kind apart: the stay, the procedure, the cost. */
  readonly of?: string;
  /** Runs in the fast-track procedure. */
  readonly fast?: boolean;
  /** Stretches in which the authority's own clock stood. */
  readonly stood?: readonly Stretch[];
}

/** Calendar days that a clock running from `on` stood still; undefined while it still stands. */
export function daysStood(on: Day, stretches: readonly Stretch[]): number | undefined {
  let days = 0;
  for (const { from, to } of stretches) {
    if (to === undefined) return undefined;
    if (to > on) days += daysIncluded(laterOf(from, on), to) - 1;
  }
  return days;
}

/** `day` moved on by the days a clock stood. */
export const movedBy = (day: Day, days: number): Day => (days === 0 ? day : addDays(day, days));
