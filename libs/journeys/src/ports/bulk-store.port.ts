import type { FigureWrite } from './figure-book.port';
import type { JourneyWrite } from './journey-store.port';
import type { Projection } from './projection-store.port';

/** A journey that is not there yet, with everything that its commands write. */
export interface WrittenJourney {
  /** In order; the first is the nomination. */
  readonly writes: readonly JourneyWrite[];
  /** The rows that the last of them leaves. */
  readonly listed: Projection;
  readonly figures: readonly FigureWrite[];
}

/** Many journeys at once, for an installation that nobody works with yet. */
export interface BulkStore {
  /** All of them or none. @throws when one of their ids is taken */
  load(journeys: readonly WrittenJourney[]): Promise<void>;
}
