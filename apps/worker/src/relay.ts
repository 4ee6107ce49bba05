import type { ClaimedWake, WakeStore } from '@lotse/journeys';
import { waitAfter, type Logger } from '@lotse/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bell } from './bell';

export interface RelayOptions {
  /** Signals under way at once. */
  readonly concurrency: number;
  /** How long a claimed wake is left alone, in milliseconds; longer than a signal may take. */
  readonly leaseMs: number;
  /** How long it trusts the silence, in milliseconds: hints get lost. */
  readonly lookEveryMs: number;
  /**
   * How long it lets wakes gather before it claims them, in milliseconds. What one sitting of a person changes in a journey is then
   * one signal. A signal that comes while a workflow hands over fails its task, which costs three events and another read.
   */
  readonly gatherMs: number;
}

const RELAY_DEFAULTS: RelayOptions = {
  concurrency: 32,
  leaseMs: 15_000,
  lookEveryMs: 2_000,
  gatherMs: 100,
};

/**
 * Carries wakes from PostgreSQL to the workflows, at least once each: a wake is deleted only after its signal was accepted,
 * and only if the journey has not moved on since. While Temporal or the database is away it waits longer and longer, up to
 * ten seconds; nothing is lost, since the wakes stay where they are. Any number of relays may run at once.
 */
export class Relay {
  readonly #bell = new Bell();
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  #failuresInARow = 0;
  #running: Promise<void> | undefined;

  /** @param signal tells the workflow of one journey; rejects when it was not accepted. */
  constructor(
    private readonly wakes: WakeStore,
    private readonly signal: (wake: ClaimedWake) => Promise<void>,
    private readonly logger: Logger,
    private readonly options: RelayOptions = RELAY_DEFAULTS,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Takes no more wakes and resolves when the signals under way have been answered. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#bell.ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let stopListening: (() => Promise<void>) | undefined;
    while (!signal.aborted) {
      try {
        stopListening ??= await this.wakes.listen(() => this.#bell.ring());
        await this.#relayOnce();
      } catch (error) {
        this.#failed('wakes could not be claimed', error);
      }
      if (this.#failuresInARow > 0)
        await sleep(waitAfter(this.#failuresInARow), undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(this.#underWay);
    await stopListening?.().catch((error: unknown) =>
      this.#failed('the channel of wakes could not be closed', error),
    );
  }

  async #relayOnce(): Promise<void> {
    const { concurrency, leaseMs, lookEveryMs, gatherMs } = this.options;
    const claimed = await this.wakes.claim(concurrency - this.#underWay.size, leaseMs);
    if (claimed.length === 0 && this.#underWay.size === 0) this.#failuresInARow = 0; // nothing is known to fail
    for (const wake of claimed) {
      const carried = this.#carry(wake).finally(() => this.#underWay.delete(carried));
      this.#underWay.add(carried);
    }
    if (this.#underWay.size >= concurrency) {
      await Promise.race(this.#underWay);
      return; // more may wait than it could take: those have gathered already
    }
    if (claimed.length === 0) await this.#bell.heard(lookEveryMs);
    await sleep(gatherMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  /** Never rejects: a wake that was not carried is free again after its lease. */
  async #carry(wake: ClaimedWake): Promise<void> {
    try {
      await this.signal(wake);
      await this.wakes.done(wake.journeyId, wake.version);
      this.#failuresInARow = 0;
    } catch (error) {
      this.#failed('a wake was not carried', error, { journeyId: wake.journeyId, version: wake.version });
    }
  }

  #failed(what: string, error: unknown, fields: object = {}): void {
    this.#failuresInARow += 1;
    this.logger.warn({ ...fields, err: error, failures: this.#failuresInARow }, what);
  }
}
