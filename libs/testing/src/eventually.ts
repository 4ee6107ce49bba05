import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * Looks until what it sees is accepted and answers that; for effects that are observable but announce themselves to nobody.
 * At the deadline it fails with what it saw last.
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  isAccepted: (seen: T) => boolean,
  deadlineMs = 20_000,
  everyMs = LOOK_EVERY_MS,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const seen = await look();
    if (isAccepted(seen)) return seen;
    if (Date.now() > end)
      throw new Error(`Not seen within ${deadlineMs} ms; last seen: ${JSON.stringify(seen)}`);
    await sleep(everyMs);
  }
}
