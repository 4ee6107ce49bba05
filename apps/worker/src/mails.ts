import type { OutboxStore, Post } from '@lotse/journeys';

/** The mails' way outside. */
export interface Mails {
  readonly outbox: OutboxStore;
  readonly post: Post;
}
