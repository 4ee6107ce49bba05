import type { FigureWrite } from './figure-book.port';
import type { JourneyWrite, StoredFact } from './journey-store.port';

/** What is kept of one command itself. */
export interface WrittenCommand {
  readonly id: string;
  readonly bodyHash: string;
  readonly batch?: string;
  /** That it left the journey in. */
  readonly version: number;
  readonly facts: readonly StoredFact[];
  readonly audit: string;
}

/** A journey that is not there yet, with everything that its commands write. */
export interface WrittenJourney {
  /** In order; the first is the nomination. */
  readonly commands: readonly WrittenCommand[];
  /** What the last one writes, with all rows; its own facts stand under `commands`. */
  readonly last: JourneyWrite;
  readonly figures: readonly FigureWrite[];
}

/** Many journeys at once, for an installation that nobody works with yet. */
export interface BulkStore {
  /** All of them or none. @throws when one of their ids is taken */
  load(journeys: readonly WrittenJourney[]): Promise<void>;
}
