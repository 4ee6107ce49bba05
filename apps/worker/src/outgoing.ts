import type { OutboxStore, Post, WakeStore } from '@lotse/journeys';

/** The mails' way outside. */
export interface Mails {
  readonly outbox: OutboxStore;
  readonly post: Post;
}

/** What the relays carry from the database. */
export interface Outgoing {
  readonly wakes: WakeStore;
  /** Absent when there is no mail server. */
  readonly mails?: Mails;
}
