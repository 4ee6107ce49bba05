import type { Instant, JsonObject } from '@lotse/domain';

/** An address that is told when a report is locked. */
export interface Webhook {
  readonly id: string;
  readonly programme: string;
  /** Whose it is: told as long as the account may read reports of the programme. */
  readonly account: string;
  /** Host of the address; the rest of it may hold secrets and stays sealed. */
  readonly host: string;
  readonly createdAt: Instant;
}

/** Ids are the account's own: what others chose is not told by a clash. */
export type WebhookKey = Pick<Webhook, 'account' | 'id'>;

/** With address and secret, sealed together under a key of their own. */
export interface WebhookRow extends Webhook {
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** One message to one address. */
export interface WebhookDelivery {
  readonly id: string;
  readonly account: string;
  readonly webhook: string;
  readonly report: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** What the receiver, or the way to it, said last. */
  readonly code?: string;
  readonly createdAt: Instant;
  readonly triedAt?: Instant;
}

/** What a report that was locked is told by. */
export interface LockedReport {
  readonly report: string;
  readonly programme: string;
  readonly asOf: string;
  readonly knownAt: Instant;
  readonly sha256: string;
  readonly lockedAt: Instant;
}

export interface StoredDelivery extends WebhookDelivery {
  readonly locked: LockedReport;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

/** Implemented by libs/persistence. */
export interface WebhookStore {
  /** False when the account has one of the id. */
  add(row: WebhookRow): Promise<boolean>;
  find(key: WebhookKey): Promise<Webhook | undefined>;
  /** As far as the running work reaches, by account and id. */
  list(): Promise<readonly Webhook[]>;
  /** With what waits for it. False when there is none of the id. */
  remove(key: WebhookKey): Promise<boolean>;
  /** Youngest first. */
  deliveries(key: WebhookKey, limit: number): Promise<readonly WebhookDelivery[]>;
  /** Lets a dead one wait again. Answers what it is now; undefined when there is none of the id. */
  revive(key: WebhookKey, delivery: string): Promise<DeliveryState | undefined>;
}

/** The outbox of webhooks, for the worker. */
export interface WebhookOutbox {
  /** One delivery for each locked report and address that has none yet. Answers how many; idempotent. */
  enqueue(at: Instant): Promise<number>;
  /** Ids of up to `limit` deliveries that nobody carries, held for `leaseMs`. */
  claim(limit: number, leaseMs: number): Promise<string[]>;
  hold(id: string, leaseMs: number): Promise<void>;
  delivery(id: string): Promise<StoredDelivery | undefined>;
  /** Notes an attempt and what became of it. */
  note(id: string, state: DeliveryState, at: Instant, code?: string): Promise<void>;
}

/** One signed message on its way. */
export interface WebhookMessage {
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly at: Date;
  readonly body: JsonObject;
}

/** `refused`: the receiver wants no more of it. `deferred`: to be tried again. */
export type Sent =
  { readonly result: 'accepted' } | { readonly result: 'refused' | 'deferred'; readonly code: string };

/** Implemented by libs/integrations/webhook. */
export interface WebhookSender {
  send(message: WebhookMessage): Promise<Sent>;
}
