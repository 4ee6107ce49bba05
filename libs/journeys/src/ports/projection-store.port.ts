import type { Day, Instant, JourneyState } from '@lotse/domain';
import type { Projection } from './journey-store.port';

/** Everything stored of a journey that its facts give. */
export interface StoredJourney {
  readonly programme: string;
  readonly person: string;
  readonly template: string;
  readonly stage: string;
  readonly phase: string;
  readonly status: string;
  readonly version: number;
  readonly youngestOn: Day;
  readonly lastRecordedAt: Instant;
  readonly companies: readonly string[];
  readonly snapshot: JourneyState;
  /** In order of their ids; `tasks` is empty: those are as of the last command. */
  readonly listed: Projection;
}

/** What is folded from facts, for comparing and rebuilding. */
export interface ProjectionStore {
  /** Undefined when there is no such journey. */
  stored(journey: string): Promise<StoredJourney | undefined>;
}
