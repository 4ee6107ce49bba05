import type { Dimension } from '@lotse/domain';
import type { Place } from '../ports/figure-store.port';
import { derivable, type Group, type Part, type Path } from './group';

/** Persons of one cell of the finest table that may be asked for. */
export interface Counted {
  readonly at: Place;
  readonly persons: number;
}

export interface Rules {
  /** Fewer persons than this, but for none, stand in no shown cell and in no difference of two. */
  readonly threshold: number;
  /** In the order in which they are tried: what stands first is shown more often. */
  readonly dimensions: readonly Dimension[];
}

const personsOf = (cells: readonly Counted[]): number => cells.reduce((sum, { persons }) => sum + persons, 0);

/** Nobody, or enough. */
export const fits = (persons: number, threshold: number): boolean => persons === 0 || persons >= threshold;

const valueOf = ({ at }: Counted, dimension: Dimension): string => at[dimension] ?? 'unknown';

/** Cells that belong to a part: those of its value, or of every value that no part names. */
const cellsOf = (
  cells: readonly Counted[],
  dimension: Dimension,
  { value }: Pick<Part, 'value'>,
  named: readonly string[],
): Counted[] =>
  cells.filter((cell) =>
    value === undefined ? !named.includes(valueOf(cell, dimension)) : valueOf(cell, dimension) === value,
  );

/** Values that can stand alone; the smallest of them join the others until those are enough too. */
function standing(cells: readonly Counted[], dimension: Dimension, threshold: number): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const value = valueOf(cell, dimension);
    counts.set(value, (counts.get(value) ?? 0) + cell.persons);
  }
  const alone = [...counts]
    .filter(([, persons]) => persons >= threshold)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  let others = personsOf(cells) - alone.reduce((sum, [, persons]) => sum + persons, 0);
  while (!fits(others, threshold)) {
    const smallest = alone.pop();
    if (smallest === undefined) return [];
    others += smallest[1];
  }
  return alone.map(([value]) => value);
}

/**
 * Divides the persons of a release into groups, each of nobody or of enough, so that every number that is shown is a sum of whole
 * groups: then no combination of shown numbers tells of less than a group (docs/adr/0014).
 * - A division of the release before is kept or given up, never crossed by another one at once.
 * - No part may differ by a few persons from what an earlier release told of it: two releases subtracted tell of no small cell.
 * - A group that was whole until now is divided only if it has grown by enough that its smallest part may be new: that it was not
 *   divided before then tells nothing.
 * @param past groups of all earlier releases, youngest last
 */
export function partition(
  cells: readonly Counted[],
  past: readonly Group[],
  rules: Rules,
  before: Group | undefined = past.at(-1),
  path: Path = [],
): Group {
  const persons = personsOf(cells);
  const { threshold, dimensions } = rules;
  const safe = (part: readonly Counted[], where: Path): boolean => {
    const now = personsOf(part);
    return (
      fits(now, threshold) &&
      past.every((group) => {
        const then = derivable(group, where);
        return then === undefined || fits(Math.abs(now - then), threshold);
      })
    );
  };
  const divide = (dimension: Dimension, named: readonly string[], groups: readonly (Group | undefined)[]) => {
    const parts = [...named.map((value) => ({ value })), {}].map((part: Pick<Part, 'value'>, index) => ({
      part,
      cells: cellsOf(cells, dimension, part, named),
      before: groups[index],
      path: [
        ...path,
        { dimension, ...(part.value === undefined ? { except: named } : { value: part.value }) },
      ],
    }));
    return parts.every((part) => safe(part.cells, part.path)) ? parts : undefined;
  };
  if (before?.split !== undefined) {
    const { dimension, parts } = before.split;
    const named = parts.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const kept = divide(
      dimension,
      named,
      parts.map(({ group }) => group),
    );
    if (kept === undefined) return { persons };
    const rest = { ...rules, dimensions: dimensions.filter((other) => other !== dimension) };
    return {
      persons,
      split: {
        dimension,
        parts: kept.map((part) => ({
          ...part.part,
          group: partition(part.cells, past, rest, part.before, part.path),
        })),
      },
    };
  }
  const grown = before === undefined ? Infinity : persons - before.persons;
  for (const dimension of dimensions) {
    const named = standing(cells, dimension, threshold);
    const parts = named.length === 0 ? undefined : divide(dimension, named, []);
    const sizes = (parts ?? []).map((part) => personsOf(part.cells)).filter((size) => size > 0);
    if (parts === undefined || sizes.length < 2 || Math.min(...sizes) - grown > threshold - 2) continue;
    const rest = { ...rules, dimensions: dimensions.filter((other) => other !== dimension) };
    // What a part was before is not known outside; it may have grown by as much as the whole.
    const earlier = (part: readonly Counted[]): Group | undefined =>
      before && { persons: personsOf(part) - grown };
    return {
      persons,
      split: {
        dimension,
        parts: parts.map((one) => ({
          ...one.part,
          group: partition(one.cells, past, rest, earlier(one.cells), one.path),
        })),
      },
    };
  }
  return { persons };
}
