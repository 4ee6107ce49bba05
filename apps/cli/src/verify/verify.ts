import { setTimeout as delay } from 'node:timers/promises';
import type { Lotse } from '../lotse/open-lotse';
import { withTemporal } from '../lotse/temporal';
import type { Tell } from '../output/steps';
import { compare, type Comparison } from './compare';

export interface Verification extends Comparison {
  /** Wakes that had not been delivered when the waiting ended; 0 unless the worker is down or behind. */
  readonly pendingWakes: number;
}

const LOOK_AGAIN_MS = 250;
/** A workflow that was signalled reads within moments; what is still wrong after this long is wrong. */
const SETTLE_MS = 10_000;

/**
 * Verifies that every open journey has exactly one running workflow at the same version and that none is left over. First
 * waits until the wakes are delivered. Other work may go on: what was just changed is looked at again before it is a fault.
 * @param waitMs longest wait for the wakes
 */
export async function verify(lotse: Lotse, waitMs: number, tell: Tell): Promise<Verification> {
  const pendingWakes = await drainWakes(lotse, waitMs, tell);
  return withTemporal(lotse, async (client) => {
    const end = Date.now() + SETTLE_MS;
    for (;;) {
      const comparison = await compare(lotse.journeys, client, (asked, of) =>
        tell(`${asked} of ${of} journeys`),
      );
      if (comparison.faults.length === 0 || Date.now() > end) return { ...comparison, pendingWakes };
      tell(`${comparison.faults.length} not yet as they should be; looking again`);
      await delay(LOOK_AGAIN_MS);
    }
  });
}

/** Waits until no wake is pending, at most `waitMs`; answers how many still are. */
export async function drainWakes(
  { stores }: Pick<Lotse, 'stores'>,
  waitMs: number,
  tell: Tell,
): Promise<number> {
  const end = Date.now() + waitMs;
  for (;;) {
    const pending = await stores.wakes.pending();
    if (pending === 0 || Date.now() > end) return pending;
    tell(`Waiting for ${pending} wakes to reach their workflows`);
    await delay(LOOK_AGAIN_MS);
  }
}
