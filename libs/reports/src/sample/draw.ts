import { createHash } from 'node:crypto';

/** What can be drawn: a unit, and the stratum it is in. */
export interface Drawable {
  readonly unit: string;
  readonly stratum: string;
}

const rank = (seed: string, { unit }: Drawable): string =>
  createHash('sha256').update(`${seed}\n${unit}`).digest('hex');

/** Whole numbers that sum to `total` and are nearest to each one's part (largest remainder), each at most its size. */
function portions(sizes: readonly number[], total: number): number[] {
  const population = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (population === 0 ? 0 : (size * total) / population));
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, place) => ({ place, left: value - Math.floor(value) }))
    .sort((a, b) => b.left - a.left || a.place - b.place);
  let open = total - whole.reduce((sum, size) => sum + size, 0);
  for (const { place } of byRemainder) {
    if (open === 0) break;
    whole[place] = (whole[place] ?? 0) + 1;
    open -= 1;
  }
  return whole;
}

/**
 * A share of the units, from each stratum its part: within a stratum those whose SHA-256 of seed and id is smallest. Anybody who has
 * the seed and the list draws the same. At least one unit of anything.
 * @param share per cent
 */
export function draw<Unit extends Drawable>(units: readonly Unit[], share: number, seed: string): Unit[] {
  const strata = new Map<string, Unit[]>();
  for (const unit of units) strata.set(unit.stratum, [...(strata.get(unit.stratum) ?? []), unit]);
  const groups = [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const total = Math.min(units.length, Math.max(1, Math.round((units.length * share) / 100)));
  const sizes = portions(
    groups.map(({ length }) => length),
    units.length === 0 ? 0 : total,
  );
  return groups
    .flatMap((group, place) =>
      group
        .map((unit) => ({ unit, by: rank(seed, unit) }))
        .sort((a, b) => (a.by < b.by ? -1 : 1))
        .slice(0, sizes[place])
        .map(({ unit }) => unit),
    )
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}
