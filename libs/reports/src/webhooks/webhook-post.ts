import type { JsonObject } from '@lotse/domain';
import type { LockedReport, StoredDelivery, WebhookOutbox, WebhookSender } from '../ports/webhook-store.port';
import type { RowKeys } from '../ports/row-keys.port';
import { sealOwner } from './webhooks';

export interface WebhookPostParts {
  readonly outbox: WebhookOutbox;
  readonly keys: Pick<RowKeys, 'open'>;
  readonly sender: WebhookSender;
  readonly clock: { now(): Date };
  /** Who tells, as a URI: the public address of the installation. */
  readonly source: string;
}

export type WebhookOutcome = 'delivered' | 'dead' | 'unknown';

/** Everything between a locked report and the receivers of webhooks. */
export interface WebhookPost {
  /** Makes the deliveries of reports that were locked. Answers how many; idempotent. */
  merge(): Promise<number>;
  /** Sends one; what was delivered before is not sent again. @throws WebhookDeferredError to be tried again */
  deliver(id: string): Promise<WebhookOutcome>;
  /** Leaves a delivery as a dead letter. */
  giveUp(id: string): Promise<WebhookOutcome>;
}

/** The receiver, or the way to it, does not take the message now. */
export class WebhookDeferredError extends Error {
  override readonly name = 'WebhookDeferredError';
  constructor(
    delivery: string,
    readonly code: string,
  ) {
    super(`Webhook ${delivery} was not taken (${code}) and is tried again later`);
  }
}

/** Beginning of the ids of deliveries, by which they are told from mails. */
export const WEBHOOK_DELIVERY = 'webhook.';

/** CloudEvents 1.0 in JSON. Ids, days and a digest alone: figures are pulled by who may have them. */
export const lockedEvent = (id: string, source: string, locked: LockedReport): JsonObject => ({
  specversion: '1.0',
  id,
  source,
  type: 'lotse.report.locked.v1',
  subject: locked.report,
  time: locked.lockedAt,
  datacontenttype: 'application/json',
  data: {
    programme: locked.programme,
    report: locked.report,
    asOf: locked.asOf,
    knownAt: locked.knownAt,
    sha256: locked.sha256,
    lockedAt: locked.lockedAt,
    path: `/api/v1/reports/${locked.report}`,
  },
});

const textOf = (value: unknown, name: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof found !== 'string') throw new TypeError(`A sealed webhook has no ${name}`);
  return found;
};

export function createWebhookPost({ outbox, keys, sender, clock, source }: WebhookPostParts): WebhookPost {
  const now = (): string => clock.now().toISOString();

  async function send({
    id,
    account,
    webhook,
    locked,
    wrappedKey,
    sealed,
  }: StoredDelivery): Promise<WebhookOutcome> {
    const owner = sealOwner({ account, id: webhook });
    const opened = keys.open(wrappedKey, owner, owner, sealed);
    const sent = await sender.send({
      url: textOf(opened, 'url'),
      secret: textOf(opened, 'secret'),
      id,
      at: clock.now(),
      body: lockedEvent(id, source, locked),
    });
    if (sent.result === 'accepted') {
      await outbox.note(id, 'delivered', now());
      return 'delivered';
    }
    await outbox.note(id, sent.result === 'refused' ? 'dead' : 'waiting', now(), sent.code);
    if (sent.result === 'refused') return 'dead';
    throw new WebhookDeferredError(id, sent.code);
  }

  return {
    merge: () => outbox.enqueue(now()),
    async deliver(id) {
      const stored = await outbox.delivery(id);
      if (stored === undefined) return 'unknown';
      return stored.state === 'waiting' ? send(stored) : stored.state;
    },
    async giveUp(id) {
      const stored = await outbox.delivery(id);
      if (stored === undefined) return 'unknown';
      if (stored.state === 'waiting') await outbox.note(id, 'dead', now());
      return stored.state === 'delivered' ? 'delivered' : 'dead';
    },
  };
}
