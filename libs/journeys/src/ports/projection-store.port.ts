import type { Clock, Day, Instant, JourneyState, Role, Task } from '@lotse/domain';

/** Hours of a person that are given away, and months that are spent. */
export interface BusyTime {
  readonly from: Day;
  readonly to: Day;
  readonly hoursPerWeek: number;
  /** Legal route of the stay: some routes count the months of all stays. */
  readonly route: string;
}

export interface PlacementRow extends BusyTime {
  readonly id: string;
  readonly binding: boolean;
  /** Begun and ended; `to` is then its last day. */
  readonly stayed: boolean;
}

/** A clock as people list it. */
export interface ClockRow extends Clock {
  /** The end of the due day in the programme's zone. */
  readonly dueAt: Instant;
}

/** A guard that somebody has yet to meet. */
export interface TaskRow {
  readonly key: string;
  readonly kind: Task['kind'];
  readonly who: Role;
  readonly also: readonly Role[];
  readonly text: string;
  readonly blocks?: string;
  readonly dueOn?: Day;
}

/** Rows folded from a journey's facts, all of them. */
export interface Projection {
  readonly placements: readonly PlacementRow[];
  readonly contracts: readonly string[];
  readonly clocks: readonly ClockRow[];
  readonly tasks: readonly TaskRow[];
}

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
  readonly university: string;
  /** Reference ids of assessors and mentors. */
  readonly assigned: readonly string[];
  readonly snapshot: JourneyState;
  /** In order of their ids; `tasks` is empty: those are as of the last command. */
  readonly listed: Projection;
}

/** What is folded from facts, for comparing and rebuilding. */
export interface ProjectionStore {
  /** Undefined when there is no such journey. */
  stored(journey: string): Promise<StoredJourney | undefined>;
}
