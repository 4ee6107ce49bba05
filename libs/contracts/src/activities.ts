import type { JourneyView } from './journey.contract';

/** `now` is the workflow's own time (ISO 8601, UTC): under skipped time it runs ahead of the worker's. */
export interface ObserveJourney {
  readonly journeyId: string;
  readonly now: string;
}
export interface FireClock extends ObserveJourney {
  readonly clock: string;
  readonly dueOn: string;
}
/** `not-open`: the clock had fired before, was moved by a correction, or the journey has left it behind. */
export type ClockOutcome = 'fired' | 'not-open';

/** Run as local activities, retried without end: each may run more than once. */
export interface JourneyActivities {
  /** Reads the journey and notes in `driver` what was read. Null: this database has no such journey, so nothing is left to drive. */
  observeJourney(input: ObserveJourney): Promise<JourneyView | null>;
  /** Submits the due clock as the system's command; checked again at that moment, idempotent by journey, clock and day. */
  fireClock(input: FireClock): Promise<ClockOutcome>;
}

export interface SweepActivities {
  /** Wakes every journey whose workflow lags behind the database. Answers how many; idempotent. */
  sweepLagging(input: { readonly now: string }): Promise<number>;
}
