import { setTimeout as sleep } from 'node:timers/promises';

export interface BackOff {
  /** Ends the waiting: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told of each failure with the wait before the next attempt, in milliseconds. */
  readonly onFailure?: (error: unknown, waitMs: number) => void;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

/** Wait before attempt `failures + 1`, in milliseconds: doubles up to ten seconds, less up to a quarter by chance. */
export const waitAfter = (failures: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS) * (1 - Math.random() / 4);

/** Tries until it succeeds or the signal aborts. */
export async function untilItSucceeds<T>(
  attempt: () => Promise<T>,
  { signal, onFailure }: BackOff = {},
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      const waitMs = waitAfter(failures);
      onFailure?.(error, Math.round(waitMs));
      await sleep(waitMs, undefined, { signal });
    }
  }
}
