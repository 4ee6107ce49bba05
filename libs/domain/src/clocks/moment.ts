import type { Stretch } from '../axes';
import { addDays, daysIncluded, laterOf, type Day } from '../day';

/** What stands behind the code in `JourneyState.fired`. */
export const FIRED_DAY = '.YYYY-MM-DD';

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

/** True while one of the stretches has no end. */
export const stands = (stretches: readonly Stretch[]): boolean =>
  stretches.some(({ to }) => to === undefined);

/**
 * `day` of a clock that runs from `on`, moved on by the calendar days it stood. A day that lies in two stretches counts
 * once, and what stood only after the day was over does not move it: what has fired stays as it was.
 */
export function movedBy(day: Day, on: Day, stretches: readonly Stretch[]): Day {
  const closed = stretches
    .flatMap(({ from, to }) => (to === undefined || to <= on ? [] : [{ from: laterOf(from, on), to }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let [moved, counted] = [day, on];
  for (const { from, to } of closed) {
    const start = laterOf(from, counted);
    if (from > moved) break;
    if (to > start) moved = addDays(moved, daysIncluded(start, to) - 1);
    counted = laterOf(counted, to);
  }
  return moved;
}
