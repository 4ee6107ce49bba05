import { journeyWorkflowId, wakeSignal } from '@lotse/contracts';
import { stuckJourneys } from '@lotse/platform';
import type { Client } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tally } from './tally';

/** A stuck journey has to be seen by then. */
const FOUND_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 500;
const UPDATE_MS = 5_000;

/** Signals of which one can do harm: its payload cannot be decoded, so no workflow task succeeds any more. */
export class Poison {
  /** How long each stuck journey took to be found, in milliseconds. */
  readonly foundAfterMs: number[] = [];
  /** Signals sent that must do nothing. */
  harmless = 0;
  readonly #searches: Promise<void>[] = [];

  /** @param mend what the runbook says to do with a stuck journey */
  constructor(
    private readonly client: Client,
    private readonly stranger: Client,
    private readonly tally: Tally,
    private readonly mend: (journey: string, runId: string) => Promise<void>,
  ) {}

  /** Sends each kind to a journey of its own; the harmful one to the first whose workflow takes it. */
  async give(journeys: readonly string[]): Promise<void> {
    const others = [...journeys];
    for (let victim = others.shift(); victim !== undefined; victim = others.shift())
      if (await this.#poison(victim)) break;
    const [unknown, malformed, updated] = others;
    await this.#harmless(unknown, (client, id) => client.workflow.getHandle(id).signal('no-such-signal', {}));
    await this.#harmless(malformed, (client, id) =>
      client.workflow.getHandle(id).signal(wakeSignal.name, { version: 'not a number' }),
    );
    await this.#harmless(updated, (client, id) => this.#update(client, id));
  }

  /** Resolves when every stuck journey was found, or not in time. */
  async done(): Promise<void> {
    await Promise.all(this.#searches);
  }

  async #poison(journey: string): Promise<boolean> {
    const handle = this.stranger.workflow.getHandle(journeyWorkflowId(journey));
    try {
      await handle.signal(wakeSignal, { version: 1 });
    } catch {
      return false; // it has not begun yet
    }
    this.#searches.push(this.#find(journey));
    return true;
  }

  async #update(client: Client, workflowId: string): Promise<void> {
    const handle = client.workflow.getHandle(workflowId);
    const isTaken = await client
      .withDeadline(Date.now() + UPDATE_MS, () => handle.executeUpdate('no-such-update'))
      .then(
        () => true,
        () => false,
      );
    if (isTaken) this.tally.violations.push(`${workflowId} took an update that does not exist`);
  }

  /** A workflow that is just ending or has not begun takes no signal; then there is nothing to see. */
  async #harmless(
    journey: string | undefined,
    send: (client: Client, workflowId: string) => Promise<void>,
  ): Promise<void> {
    if (journey === undefined) return;
    await send(this.client, journeyWorkflowId(journey)).then(
      () => (this.harmless += 1),
      () => undefined,
    );
  }

  async #find(journey: string): Promise<void> {
    const begun = performance.now();
    while (performance.now() - begun < FOUND_WITHIN_MS) {
      // Temporal itself may be away at this moment.
      const stuck = await stuckJourneys(this.client).catch(() => []);
      const found = stuck.find(({ journeyId }) => journeyId === journey);
      if (found !== undefined) {
        this.foundAfterMs.push(performance.now() - begun);
        return this.mend(journey, found.runId);
      }
      await sleep(LOOK_EVERY_MS);
    }
    this.tally.violations.push(`${journey} was poisoned and not found within ${FOUND_WITHIN_MS / 1_000} s`);
  }
}
