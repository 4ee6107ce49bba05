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

/** Rows of clocks and tasks that differ from those that are there. */
export interface ListedChange {
  readonly goneClocks: readonly Pick<ClockRow, 'code' | 'dueOn'>[];
  readonly clocks: readonly ClockRow[];
  /** Keys. */
  readonly goneTasks: readonly string[];
  readonly tasks: readonly TaskRow[];
}

/** Days on which tasks are as they are stored; without `until` no day changes them. */
export interface TasksHold {
  readonly from: Day;
  readonly until?: Day;
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
  /** Absent when a record that they rest on has changed since, or an older release derived them. */
  readonly tasksHold?: TasksHold;
  /** In order of their ids and keys. */
  readonly listed: Projection;
}

/** What is folded from facts, for comparing and rebuilding. */
export interface ProjectionStore {
  /** Undefined when there is no such journey. */
  stored(journey: string): Promise<StoredJourney | undefined>;
  /** Open journeys whose tasks do not hold on the day it is in their programme's zone at `now`; by id. */
  lapsed(now: Instant, limit: number): Promise<string[]>;
}
