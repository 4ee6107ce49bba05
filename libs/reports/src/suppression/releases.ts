import { fits } from './apart';

/**
 * Which month ends are releases of a total, by its persons at each: the first at which there are enough, and each at which the whole
 * has changed by enough since the release before. What decides this is what anybody is told, so that a release tells nothing by
 * coming or not coming. @returns places in `persons`, ascending
 */
export function releasesOf(persons: readonly number[], threshold: number): number[] {
  const taken: number[] = [];
  let last = 0;
  for (const [place, now] of persons.entries()) {
    const changed = Math.abs(now - last);
    if (changed === 0 || !fits(changed, threshold) || !fits(now, threshold)) continue;
    taken.push(place);
    last = now;
  }
  return taken;
}

/**
 * Which month ends a table is tried at: the first at which there are enough persons for two parts, and each at which they are twice as
 * many as at the try before. So tables of several indicators find room between each other. The total alone decides it: a table that
 * may not be told is not tried again the next month. @returns places in `persons`, ascending
 */
export function triesOf(persons: readonly number[], threshold: number): number[] {
  const taken: number[] = [];
  let last = threshold;
  for (const [place, now] of persons.entries()) {
    if (now < 2 * last) continue;
    taken.push(place);
    last = now;
  }
  return taken;
}
