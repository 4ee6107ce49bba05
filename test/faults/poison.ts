import { journeyWorkflowId, wakeSignal } from '@lotse/contracts';
import { stuckJourneys } from '@lotse/platform';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tally } from './tally';

/** A stuck journey has to be seen by then. */
const FOUND_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 500;
const UPDATE_MS = 5_000;
/** So early no journey may have a workflow yet. */
const TAKEN_WITHIN_MS = 60_000;

type Told = (handle: WorkflowHandle) => Promise<void>;

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

  /**
   * Sends each kind to a journey of its own, each to the first whose workflow takes it.
   * @param journeys under way, asked again until one of them has a workflow
   */
  async give(journeys: () => readonly string[]): Promise<void> {
    const used = new Set<string>();
    const send = async (client: Client, told: Told): Promise<string | undefined> => {
      const journey = await this.#first(client, told, () => journeys().filter((one) => !used.has(one)));
      if (journey !== undefined) used.add(journey);
      return journey;
    };
    const victim = await send(this.stranger, (handle) => handle.signal(wakeSignal, { version: 1 }));
    if (victim !== undefined) this.#searches.push(this.#find(victim));
    const harmless: readonly Told[] = [
      (handle) => handle.signal('no-such-signal', {}),
      (handle) => handle.signal(wakeSignal.name, { version: 'not a number' }),
      (handle) => this.#update(handle),
    ];
    for (const told of harmless) if ((await send(this.client, told)) !== undefined) this.harmless += 1;
  }

  /** Resolves when every stuck journey was found, or not in time. */
  async done(): Promise<void> {
    await Promise.all(this.#searches);
  }

  /** A workflow that is just ending or has not begun takes nothing; then the next one is asked. */
  async #first(client: Client, told: Told, journeys: () => readonly string[]): Promise<string | undefined> {
    const end = performance.now() + TAKEN_WITHIN_MS;
    for (; performance.now() < end; await sleep(LOOK_EVERY_MS))
      for (const journey of journeys()) {
        const isTaken = await told(client.workflow.getHandle(journeyWorkflowId(journey))).then(
          () => true,
          () => false,
        );
        if (isTaken) return journey;
      }
    this.tally.violations.push(`no workflow took a signal within ${TAKEN_WITHIN_MS / 1_000} s`);
    return undefined;
  }

  async #update(handle: WorkflowHandle): Promise<void> {
    await handle.describe();
    const isTaken = await this.client
      .withDeadline(Date.now() + UPDATE_MS, () => handle.executeUpdate('no-such-update'))
      .then(
        () => true,
        () => false,
      );
    if (isTaken) this.tally.violations.push(`${handle.workflowId} took an update that does not exist`);
  }

  /** Looks until the journey is found and mended: Temporal and the database may be away at any moment of it. */
  async #find(journey: string): Promise<void> {
    const begun = performance.now();
    let wasFound = false;
    while (performance.now() - begun < FOUND_WITHIN_MS) {
      const stuck = await stuckJourneys(this.client).catch(() => undefined);
      const found = stuck?.find(({ journeyId }) => journeyId === journey);
      if (found !== undefined && !wasFound) this.foundAfterMs.push(performance.now() - begun);
      wasFound ||= found !== undefined;
      const isMended =
        found === undefined
          ? wasFound && stuck !== undefined
          : await this.mend(journey, found.runId).then(
              () => true,
              () => false,
            );
      if (isMended) return;
      await sleep(LOOK_EVERY_MS);
    }
    this.tally.violations.push(
      `${journey} was poisoned and not ${wasFound ? 'mended' : 'found'} within ${FOUND_WITHIN_MS / 1_000} s`,
    );
  }
}
