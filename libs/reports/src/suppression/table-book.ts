import type { Dimension } from '@lotse/domain';
import type { FigureCell, Moment } from '../ports/figure-store.port';
import { apart } from './apart';
import { divide } from './divide';
import { Persons, UNDIVIDED, type Division } from './division';

/** A table that may be told: an indicator at a month end, by parts. */
export interface Candidate {
  readonly indicator: string;
  readonly moment: Moment;
  /** By what the indicator can be split; `cells` are by all of it. */
  readonly by: readonly Dimension[];
  readonly cells: readonly FigureCell[];
}

export interface ToldTable extends Candidate {
  readonly persons: Persons;
  /** How it was told; later tables may be told by finer parts. */
  readonly division: Division;
}

/**
 * One more table, if it may be told beside all that are told already, of whichever indicator; else the same as before. The division
 * is one for all of them and only becomes finer.
 */
export function tell(
  told: readonly ToldTable[],
  candidate: Candidate,
  threshold: number,
): readonly ToldTable[] {
  const before = told.at(-1)?.division ?? UNDIVIDED;
  if (before.flat().some(({ dimension }) => !candidate.by.includes(dimension))) return told;
  const persons = new Persons(candidate.cells);
  const tables = [...told.map((table) => table.persons), persons];
  if (before !== UNDIVIDED && !apart(before, tables, threshold)) return told;
  const dimensions = candidate.by.filter((one) => told.every(({ by }) => by.includes(one)));
  const division = divide(before, tables, { threshold, dimensions });
  return division === UNDIVIDED ? told : [...told, { ...candidate, persons, division }];
}
