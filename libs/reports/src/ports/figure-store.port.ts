import type { Day, Dimension, Fraction, Instant } from '@lotse/domain';

/** When a figure is asked for: what had happened by the end of `asOf`, as recorded by `knownAt`. */
export interface Moment {
  readonly asOf: Day;
  /** An instant; the present one where nothing else is asked for. */
  readonly knownAt: Instant;
  /** First day of the period of a flow, included; absent: since the beginning. States ignore it. */
  readonly from?: Day;
}

/** Where a cell stands: a value for each dimension that was asked for; `unknown` where it is not known. */
export type Place = Readonly<Partial<Record<Dimension, string>>>;

export interface FigureQuestion {
  readonly programme: string;
  readonly moment: Moment;
  /** Keys of indicators that count facts or records; ratios and durations are asked for elsewhere. */
  readonly indicators: readonly string[];
  readonly by?: readonly Dimension[];
  /** Only cells with one of these values in each dimension named. */
  readonly where?: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

/** One cell: without `by` the whole figure. Cells of nothing are left out. */
export interface FigureCell {
  readonly indicator: string;
  readonly at: Place;
  /** Exact. */
  readonly value: Fraction;
  /** How many units make it. */
  readonly units: number;
  /**
   * How many distinct persons stand behind them: a person with six months is one. This is what suppression looks at. 0 where the
   * figure counts records or organisations, which are nobody's personal data.
   */
  readonly persons: number;
}

/** Days of closed spells; open ones are censored and counted apart. */
export interface DurationCell {
  readonly indicator: string;
  readonly at: Place;
  /** Closed spells. */
  readonly n: number;
  /** Open spells. */
  readonly censored: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** A question about one indicator. */
export type UnitQuestion = Omit<FigureQuestion, 'indicators'> & { readonly indicator: string };

/** One unit that counts at the moment, with the facts it rests on. */
export interface FigureUnit {
  readonly indicator: string;
  /** Id of the person, company, placement …; ids of records where the figure counts records. */
  readonly unit: string;
  /** The journey of the unit's last fact; absent for records beside journeys. */
  readonly journey?: string;
  readonly at: Place;
  /** Since when it counts. */
  readonly since: Day;
  /** What it counts, exact: 1, or the part of a month, or a sum. */
  readonly value: Fraction;
  /** Ids of the facts (`<journey>/<version>`) or records that count it, last first. */
  readonly facts: readonly string[];
  /** Reference ids of evidence that these facts name. */
  readonly evidence: readonly string[];
}

/** Reads figures. Everything it answers is whole: suppression stands above it, in `Figures`. */
export interface FigureStore {
  /** Counts, sums and months. Without `by` one cell an indicator, of zero too. */
  cells(question: FigureQuestion): Promise<readonly FigureCell[]>;
  /** Indicators that count days. */
  durations(question: FigureQuestion): Promise<readonly DurationCell[]>;
  /** Units of one indicator in order of their ids, streamed: memory does not grow with their number. */
  units(question: UnitQuestion): AsyncIterable<FigureUnit>;
}
