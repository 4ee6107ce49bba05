import { fits } from './partition';

/**
 * Which month ends are releases of a figure, by its persons at each: the first at which there are enough, and each at which the whole
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
