import type { Dimension } from '@lotse/domain';
import { apart, fits } from './apart';
import type { Division, Part, Persons } from './division';

export interface Rules {
  /** Fewer persons than this, but for none, stand in no part and in no difference of two tables. */
  readonly threshold: number;
  /** In the order in which they are tried: what stands first is shown more often. */
  readonly dimensions: readonly Dimension[];
}

/**
 * One in so many of all persons must stand in each part. Parts that are much smaller than the others grow much more slowly, and no
 * new table is told before each has grown by enough.
 */
const SMALLEST_SHARE = 5;

/** Values that can stand alone, and all others together: nobody, or enough. Empty where that is no division. */
function partsBy(part: Part, table: Persons, dimension: Dimension, least: number): Part[] {
  const values = table.values(part, dimension);
  const alone = values.filter(([, persons]) => persons >= least);
  let others = values.reduce((sum, [, persons]) => sum + (persons < least ? persons : 0), 0);
  while (!fits(others, least)) {
    const smallest = alone.pop();
    if (smallest === undefined) return [];
    others += smallest[1];
  }
  if (alone.length + (others > 0 ? 1 : 0) < 2) return [];
  const named = alone.map(([value]) => value);
  return [
    ...named.map((value): Part => [...part, { dimension, value }]),
    [...part, { dimension, except: named }],
  ];
}

/**
 * Divides further as long as all tables may be told so, the earlier ones too: what they told then is less.
 * @param tables what is told; the last one is new
 */
export function divide(division: Division, tables: readonly Persons[], rules: Rules): Division {
  const [table] = tables.slice(-1);
  if (table === undefined) return division;
  const all = division.reduce((sum, part) => sum + table.at(part), 0);
  const least = Math.max(rules.threshold, Math.ceil(all / SMALLEST_SHARE));
  for (const [place, part] of division.entries()) {
    if (table.at(part) < 2 * least) continue;
    for (const dimension of rules.dimensions) {
      if (part.some((step) => step.dimension === dimension)) continue;
      const parts = partsBy(part, table, dimension, least);
      if (parts.length === 0) continue;
      const finer = division.toSpliced(place, 1, ...parts);
      if (apart(finer, tables, rules.threshold)) return divide(finer, tables, rules);
    }
  }
  return division;
}
