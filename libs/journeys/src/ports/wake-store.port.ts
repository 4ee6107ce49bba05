/** A journey to be signalled. `phase` is that of its stage as it is now. */
export interface ClaimedWake {
  readonly journeyId: string;
  readonly version: number;
  readonly phase: string;
}

/** The relay's side of the wake rows (docs/adr/0004). */
export interface WakeStore {
  /** Takes up to `limit` wakes that nobody holds and holds them for `leaseMs`; a relay that dies leaves them to the next. */
  claim(limit: number, leaseMs: number): Promise<ClaimedWake[]>;
  /** Deletes the wake unless the journey has moved on since `version`. */
  done(journeyId: string, version: number): Promise<void>;
  /** How many journeys wait to be signalled. */
  pending(): Promise<number>;
  /**
   * Calls `onHint` when wakes may have come, with the journeys that have changed; `everything` when they are too many to name, or
   * hints may have been missed. Only a hint: hints get lost, so look again from time to time. Answers the way to stop.
   */
  listen(onHint: (changed: readonly string[] | 'everything') => void): Promise<() => Promise<void>>;
}
