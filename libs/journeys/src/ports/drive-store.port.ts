import type { Instant } from '@lotse/domain';

/** What a workflow has read of its journey. */
export interface Seen {
  readonly journeyId: string;
  readonly version: number;
  /** When its earliest open clock may fire. */
  readonly nextDue?: Instant;
  readonly seenAt: Instant;
}

/** What ties journeys to their workflows: the wake rows and what each workflow last read. */
export interface DriveStore {
  /** A later note replaces the earlier one. */
  note(seen: Seen): Promise<void>;
  /**
   * Puts a wake row for every journey whose workflow has not read its present version, or whose next clock was due before
   * `dueBefore` and is still noted. Answers how many.
   */
  wakeLagging(dueBefore: Instant): Promise<number>;
  /** Puts a wake row for every open journey. Answers how many. */
  wakeOpen(): Promise<number>;
  /** Puts a wake that names no version: the journey's workflow reads again, whatever it has read. Idempotent. */
  wakeAgain(journeyId: string): Promise<void>;
}
