import type { OutboxStore, Post } from '@lotse/journeys';
import type { Logger } from '@lotse/platform';
import { Rounds } from './rounds';

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
 * Makes the mails of the day from what has fallen due, and a delivery for each. Nothing is lost while
 * the database or Temporal is away. Any number of relays may run at once.
 */
export class OutboxRelay extends Rounds {
  /** @param deliver starts the delivery of one mail; rejects when it was not accepted. */
  constructor(
    outbox: Pick<OutboxStore, 'claim' | 'hold'>,
    post: Pick<Post, 'merge'>,
    deliver: (outboxId: string) => Promise<void>,
    logger: Logger,
    { batch, leaseMs, deliveryMs, lookEveryMs }: OutboxRelayOptions = OUTBOX_RELAY_DEFAULTS,
  ) {
    /** A mail whose start was not accepted is free again after its lease. */
    const start = async (id: string): Promise<void> => {
      await deliver(id);
      await outbox.hold(id, deliveryMs);
    };
    super(logger, {
      everyMs: lookEveryMs,
      failed: 'mails could not be passed on',
      work: async () => {
        await post.merge();
        const claimed = await outbox.claim(batch, leaseMs);
        const started = await Promise.allSettled(claimed.map(start));
        const failed = started.find((one) => one.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
        return claimed.length === batch ? 'at once' : undefined;
      },
    });
  }
}
