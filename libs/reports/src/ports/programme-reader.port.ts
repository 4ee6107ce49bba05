import type { Day, SheetAnswer, SheetQuery, SheetScope } from '@lotse/domain';
import type { Moment } from './figure-store.port';

/** A target or a baseline as recorded: what a figure is to be, or was, on a day. */
export interface Aim {
  readonly kind: 'target' | 'baseline';
  readonly on: Day;
  /** Exact, as the figure's own value is written. */
  readonly value: string;
  /** How exact it is meant: "about 800", "more than 20,000". */
  readonly qualifier?: string;
}

/** What reports need to know of programmes. Implemented by libs/persistence. */
export interface ProgrammeReader {
  /** One programme, one day, one instant; a query that names none of them means the only programme, today and now. */
  resolve(query: SheetQuery): Promise<SheetAnswer<SheetScope>>;
  /** The end of every month that was over by `until`, with what was known then, since the programme's first record. */
  monthEnds(programme: string, until: Moment): Promise<readonly Moment[]>;
  /** The largest threshold that a funder of the programme asks for; undefined where none does. */
  threshold(programme: string): Promise<number | undefined>;
  /** Universities with an agreement of the programme, in force or over: everybody may know of them. */
  universities(programme: string): Promise<readonly string[]>;
  /** Targets and baselines by indicator, as known then, in order of their days. */
  aims(programme: string, knownAt: string): Promise<ReadonlyMap<string, readonly Aim[]>>;
}
