import type { Dimension } from '@lotse/domain';
import type { Division, Part, Persons } from './division';

/** Nobody, or enough. */
export const fits = (persons: number, threshold: number): boolean => persons === 0 || persons >= threshold;

const stepOf = (part: Part, dimension: Dimension): string | undefined => {
  const step = part.find((one) => one.dimension === dimension);
  return step && JSON.stringify(step);
};

/** Whether no value of any dimension, nor all others together, hold all of these parts. */
const spread = (parts: Division): boolean => {
  const dimensions = new Set(parts.flat().map(({ dimension }) => dimension));
  return (
    parts.length > 1 &&
    [...dimensions].every((dimension) => {
      const steps = parts.map((part) => stepOf(part, dimension));
      return steps.includes(undefined) || new Set(steps).size > 1;
    })
  );
};

/**
 * The rule that tables are told by (docs/adr/0014, with its proof). All tables of a programme, of whichever indicators and moments,
 * and the table of nobody, stand in a row from the smallest to the largest so that from one to the next
 * - every part stays as it is or grows by at least the threshold, and
 * - some parts grow at every step, and these do not all lie in one value of a dimension.
 * Then whoever knows all tables, the totals of every day, and which indicator holds which can move one person more or fewer from such
 * a part into any other at any moment in between, and so can pin no small number.
 */
export function apart(division: Division, tables: readonly Persons[], threshold: number): boolean {
  const rows = [division.map(() => 0), ...tables.map((table) => division.map((part) => table.at(part)))];
  const size = (row: readonly number[]): number => row.reduce((sum, persons) => sum + persons, 0);
  rows.sort((a, b) => size(a) - size(b));
  const steps = rows
    .slice(1)
    .map((row, index) => row.map((persons, part) => persons - (rows[index]?.[part] ?? 0)))
    .filter((step) => step.some((persons) => persons !== 0));
  if (!steps.every((step) => step.every((persons) => fits(persons, threshold)))) return false;
  return spread(division.filter((_, part) => steps.every((step) => (step[part] ?? 0) > 0)));
}
