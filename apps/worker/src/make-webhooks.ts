import { MailDeferredError } from '@lotse/journeys';
import type { PostOffice } from '@lotse/activities';
import { createWebhookOutbox } from '@lotse/persistence';
import { createKeyring, type WorkerConfig } from '@lotse/platform';
import { createWebhookPost, WEBHOOK_DELIVERY, type WebhookOutbox, type WebhookPost } from '@lotse/reports';
import { createWebhookSender } from '@lotse/webhook';
import type { DataSource } from 'typeorm';

/** The way of webhooks outside. */
export interface WebhooksOut {
  readonly outbox: WebhookOutbox;
  readonly post: WebhookPost;
}

export function makeWebhooks(config: WorkerConfig, dataSource: DataSource): WebhooksOut {
  const outbox = createWebhookOutbox(dataSource);
  const post = createWebhookPost({
    outbox,
    keys: createKeyring(config.LOTSE_MASTER_KEY),
    sender: createWebhookSender({ allowPrivate: config.LOTSE_PRIVATE_WEBHOOKS }),
    clock: { now: () => new Date() },
    source: config.PUBLIC_URL ?? 'urn:lotse',
  });
  return { outbox, post };
}

/** What leaves by which way, told by the beginning of its id. A mail waits for its server until there is one. */
export function postOffice(
  { post }: { readonly post: PostOffice },
  mails: { readonly post: PostOffice } | undefined,
): PostOffice {
  const officeOf = (id: string): PostOffice => {
    if (id.startsWith(WEBHOOK_DELIVERY)) return post;
    if (mails === undefined) throw new MailDeferredError(id, 'no-mail-server');
    return mails.post;
  };
  return {
    deliver: async (id) => officeOf(id).deliver(id),
    giveUp: async (id) => officeOf(id).giveUp(id),
  };
}
