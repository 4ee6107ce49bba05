import { fits } from './apart';

/**
 * Which month ends are releases of a total, by its persons at each: the first at which there are enough, and each at which the whole
 * has changed by enough since the release before. What decides this is what anybody is told, so that a release tells nothing by
 * coming or not coming. @returns places in `persons`, ascending
 */
export function releasesOf(persons: readonly number[], threshold: number): number[] {
  return placesOf(persons, threshold, () => threshold);
}

/** A table is tried anew when the total has changed by one in so many. */
const STEP = 4;

/**
 * Which month ends a table of an indicator is tried at: as releases of its total, but further apart the more persons there are, so
 * that tables of several indicators find room between each other. A table that could not be told is not tried before the next one.
 */
export function triesOf(persons: readonly number[], threshold: number): number[] {
  return placesOf(persons, threshold, (last) => Math.max(threshold, last / STEP));
}

function placesOf(persons: readonly number[], threshold: number, enough: (last: number) => number): number[] {
  const taken: number[] = [];
  let last = 0;
  for (const [place, now] of persons.entries()) {
    const changed = Math.abs(now - last);
    if (changed === 0 || changed < enough(last) || !fits(now, threshold)) continue;
    taken.push(place);
    last = now;
  }
  return taken;
}
