import type { Dimension } from '@lotse/domain';

/** Persons that are told of together only, or divided further. */
export interface Group {
  readonly persons: number;
  readonly split?: { readonly dimension: Dimension; readonly parts: readonly Part[] };
}

/** @property value absent: every value that no other part names */
export interface Part {
  readonly value?: string;
  readonly group: Group;
}

/** One value of a dimension, or every one but those of `except`. */
export type Step = { readonly dimension: Dimension } & (
  { readonly value: string } | { readonly except: readonly string[] }
);
export type Path = readonly Step[];

type Relation = 'in' | 'out' | 'partly';

function relationOfStep(step: Step, asked: Step): Relation {
  if ('value' in asked) {
    if ('value' in step) return step.value === asked.value ? 'in' : 'out';
    return step.except.includes(asked.value) ? 'out' : 'partly';
  }
  if ('value' in step) return asked.except.includes(step.value) ? 'out' : 'in';
  return asked.except.every((value) => step.except.includes(value)) ? 'in' : 'partly';
}

/** How a group that lies at `path` lies to what is asked for. */
function relation(path: Path, asked: Path): Relation {
  const each = asked.map((one): Relation => {
    const step = path.find(({ dimension }) => dimension === one.dimension);
    return step === undefined ? 'partly' : relationOfStep(step, one);
  });
  if (each.includes('out')) return 'out';
  return each.every((one) => one === 'in') ? 'in' : 'partly';
}

/**
 * How many persons stand at `asked` as far as whole groups tell it; undefined where a group lies partly in it. Whoever knows every
 * group knows this and nothing finer.
 */
export function derivable(group: Group, asked: Path, path: Path = []): number | undefined {
  const where = relation(path, asked);
  if (where === 'out' || group.persons === 0) return 0;
  if (where === 'in') return group.persons;
  if (group.split === undefined) return undefined;
  const { dimension, parts } = group.split;
  const named = parts.flatMap(({ value }) => (value === undefined ? [] : [value]));
  let sum = 0;
  for (const { value, group: part } of parts) {
    const step: Step = value === undefined ? { dimension, except: named } : { dimension, value };
    const persons = derivable(part, asked, [...path, step]);
    if (persons === undefined) return undefined;
    sum += persons;
  }
  return sum;
}
