import type { OutboxStore, Post } from '@lotse/journeys';
import { waitAfter, type Logger } from '@lotse/platform';
import { setTimeout as sleep } from 'node:timers/promises';

export interface OutboxRelayOptions {
  /** Deliveries started at once. */
  readonly batch: number;
  /** How long a claimed mail is left alone, in milliseconds; longer than a start may take. */
  readonly leaseMs: number;
  /** How long a mail is then left to its delivery, in milliseconds; longer than a delivery lasts. */
  readonly deliveryMs: number;
  readonly lookEveryMs: number;
}

const OUTBOX_RELAY_DEFAULTS: OutboxRelayOptions = {
  batch: 16,
  leaseMs: 60_000,
  // A delivery gives up after four days; a lost one, as after restoring Temporal's database, is started anew.
  deliveryMs: 5 * 24 * 60 * 60_000,
  lookEveryMs: 5_000,
};

/**
 * Makes the mails of the day from what has fallen due, and a delivery for each. While the database or Temporal is away it
 * waits longer and longer and nothing is lost. Any number of relays may run at once.
 */
export class OutboxRelay {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  /** @param deliver starts the delivery of one mail; rejects when it was not accepted. */
  constructor(
    private readonly outbox: Pick<OutboxStore, 'claim' | 'hold'>,
    private readonly post: Pick<Post, 'merge'>,
    private readonly deliver: (outboxId: string) => Promise<void>,
    private readonly logger: Logger,
    private readonly options: OutboxRelayOptions = OUTBOX_RELAY_DEFAULTS,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Starts no further deliveries and resolves when those under way were accepted or not. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let failuresInARow = 0;
    while (!signal.aborted) {
      let full = false;
      try {
        full = await this.#relayOnce();
        failuresInARow = 0;
      } catch (error) {
        failuresInARow += 1;
        this.logger.warn({ err: error, failures: failuresInARow }, 'mails could not be passed on');
      }
      const waitMs = failuresInARow > 0 ? waitAfter(failuresInARow) : this.options.lookEveryMs;
      if (!full) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** True when there may be more at once. */
  async #relayOnce(): Promise<boolean> {
    await this.post.merge();
    const claimed = await this.outbox.claim(this.options.batch, this.options.leaseMs);
    const started = await Promise.allSettled(claimed.map((id) => this.#start(id)));
    const failed = started.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return claimed.length === this.options.batch;
  }

  /** A mail whose start was not accepted is free again after its lease. */
  async #start(id: string): Promise<void> {
    await this.deliver(id);
    await this.outbox.hold(id, this.options.deliveryMs);
  }
}
