import type { Day, Dimension, Instant } from '@lotse/domain';
import type { Place } from '../ports/figure-store.port';
import type { Aim } from '../ports/programme-reader.port';

/**
 * One number of an answer. `counted`: it is there. `suppressed`: it would tell of too few persons, or let somebody work out one that
 * would. `none`: there is nothing to count, such as a share of nobody.
 */
export interface FigureLine {
  readonly indicator: string;
  readonly version: number;
  /** A value for each dimension asked for; empty for the whole. */
  readonly at: Place;
  readonly state: 'counted' | 'suppressed' | 'none';
  /** Exact, in lowest terms: `"75"` or `"50687/506"`; shares in per cent; of days the median. Null unless counted. */
  readonly value: string | null;
  /** For people: two decimals where it is no whole number. Empty unless counted. */
  readonly shown: string;
  /** The moment that this number is of: where figures are suppressed, splits come from the last release before the one asked for. */
  readonly asOf: Day;
  readonly knownAt: Instant;
  /** How many units make it; only for those who may see the units. */
  readonly units?: number;
  readonly days?: DaysLine;
  readonly aims?: readonly Aim[];
}

/** Of durations: closed cases, and open ones, which are censored and not zero. */
export interface DaysLine {
  /** Null for those who may not see persons: closed and open ones together are the total of where they begin. */
  readonly closed: number | null;
  /** The same. */
  readonly open: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

/** What was asked for, and its numbers, in the order of the catalogue and of the dimensions' values. */
export interface FigureTable {
  readonly programme: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly from?: Day;
  readonly by: readonly Dimension[];
  /** Smallest number of persons that a number may tell of; absent where nothing is suppressed. */
  readonly threshold?: number;
  readonly lines: readonly FigureLine[];
}
