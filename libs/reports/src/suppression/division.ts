import type { Dimension } from '@lotse/domain';
import type { Place } from '../ports/figure-store.port';

/** One value of a dimension, or every one but those of `except`. */
export type Step = { readonly dimension: Dimension } & (
  { readonly value: string } | { readonly except: readonly string[] }
);
/** Where persons stand: what every step says. */
export type Part = readonly Step[];
/** Parts that are told of together only; everybody stands in one of them. */
export type Division = readonly Part[];

export const UNDIVIDED: Division = [[]];

/** Persons of one cell of the finest table that may be asked for. */
export interface Counted {
  readonly at: Place;
  readonly persons: number;
}

const valueOf = ({ at }: Counted, dimension: Dimension): string => at[dimension] ?? 'unknown';
const standsIn = (cell: Counted, part: Part): boolean =>
  part.every((step) => {
    const value = valueOf(cell, step.dimension);
    return 'value' in step ? value === step.value : !step.except.includes(value);
  });

/** The persons that an indicator counts at a moment; a part is added up once. */
export class Persons {
  readonly #known = new Map<Part, number>();

  constructor(private readonly cells: readonly Counted[]) {}

  at(part: Part): number {
    const known = this.#known.get(part);
    if (known !== undefined) return known;
    const sum = this.cells.reduce((n, cell) => n + (standsIn(cell, part) ? cell.persons : 0), 0);
    this.#known.set(part, sum);
    return sum;
  }

  /** How a part would be divided by a dimension: persons by value, the most first. */
  values(part: Part, dimension: Dimension): (readonly [value: string, persons: number])[] {
    const counts = new Map<string, number>();
    for (const cell of this.cells.filter((one) => standsIn(one, part))) {
      const value = valueOf(cell, dimension);
      counts.set(value, (counts.get(value) ?? 0) + cell.persons);
    }
    return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  }
}

type Relation = 'in' | 'out' | 'partly';

function relationOfStep(step: Step, asked: Step): Relation {
  if ('value' in asked) {
    if ('value' in step) return step.value === asked.value ? 'in' : 'out';
    return step.except.includes(asked.value) ? 'out' : 'partly';
  }
  if ('value' in step) return asked.except.includes(step.value) ? 'out' : 'in';
  return asked.except.every((value) => step.except.includes(value)) ? 'in' : 'partly';
}

/** How a part lies to what is asked for. */
function relation(part: Part, asked: Part): Relation {
  const each = asked.map((one): Relation => {
    const step = part.find(({ dimension }) => dimension === one.dimension);
    return step === undefined ? 'partly' : relationOfStep(step, one);
  });
  if (each.includes('out')) return 'out';
  return each.every((one) => one === 'in') ? 'in' : 'partly';
}

/**
 * How many persons stand at `asked` as far as whole parts tell it; undefined where a part that holds somebody lies partly in it.
 * Whoever knows every part knows this and nothing finer.
 */
export function derivable(division: Division, persons: Persons, asked: Part): number | undefined {
  let sum = 0;
  for (const part of division) {
    const where = relation(part, asked);
    if (where === 'out' || persons.at(part) === 0) continue;
    if (where === 'partly') return undefined;
    sum += persons.at(part);
  }
  return sum;
}

/** Values of a dimension that parts show to everybody. */
export const namedIn = (division: Division, dimension: Dimension): string[] =>
  division.flat().flatMap((step) => (step.dimension === dimension && 'value' in step ? [step.value] : []));
