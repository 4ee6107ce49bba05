import type { Dimension } from '@lotse/domain';
import type { Comparison, CompareQuery, FigureAnswer, FigureQuery, FigureTable } from '@lotse/reports';
import type { SmallProgramme } from './small-programme';

/** Who is asked: the answers to somebody without access to persons. */
export type Ask = (query: FigureQuery) => Promise<FigureAnswer<FigureTable>>;

export interface AttackOptions {
  readonly programme: SmallProgramme;
  readonly ask: Ask;
  /** Days asked for; the attacker asks for what was known then, too. */
  readonly days: readonly string[];
  readonly threshold: number;
  /** In this order each holds the next: everybody selected was nominated. */
  readonly indicators: readonly string[];
  readonly dimensions: readonly Dimension[];
  /** How many days between the tables are looked at too, three unless told. */
  readonly between?: number;
  /** Shares of two of the indicators, and durations between two of them. */
  readonly shares?: Readonly<Record<string, readonly [of: string, to: string]>>;
  readonly spells?: Readonly<Record<string, readonly [from: string, to: string]>>;
  /** Asks what differs between two days. */
  readonly compare?: (query: CompareQuery) => Promise<FigureAnswer<Comparison>>;
}
