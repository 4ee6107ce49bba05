import type { JsonObject } from '@lotse/domain';
import { randomBytes } from 'node:crypto';
import type {
  DeliveryState,
  Webhook,
  WebhookDelivery,
  WebhookKey,
  WebhookStore,
} from '../ports/webhook-store.port';
import type { RowKeys } from '../ports/row-keys.port';
import { addressFault } from './webhook-address';

export interface WebhooksParts {
  readonly store: WebhookStore;
  readonly keys: RowKeys;
  readonly clock: { now(): Date };
  /** True for tests and closed networks alone: plain HTTP and private addresses are taken. */
  readonly allowPrivate: boolean;
}

export interface NewWebhook {
  readonly id: string;
  readonly programme: string;
  readonly url: string;
}

export type WebhookAdded =
  /** The secret is told once. */
  | { readonly result: 'added'; readonly webhook: Webhook; readonly secret: string }
  | {
      readonly result: 'refused';
      readonly code: 'webhook-address' | 'webhook-id-taken' | 'webhook-limit';
      readonly message: string;
    };

/** Where Lotse tells that a report was locked. */
export interface Webhooks {
  add(webhook: NewWebhook, account: string): Promise<WebhookAdded>;
  list(): Promise<readonly Webhook[]>;
  remove(key: WebhookKey): Promise<boolean>;
  /** Undefined when there is no such webhook. */
  deliveries(key: WebhookKey, limit: number): Promise<readonly WebhookDelivery[] | undefined>;
  sendAgain(key: WebhookKey, delivery: string): Promise<DeliveryState | undefined>;
}

/** Whose key seals address and secret, and the place they are sealed for. */
export const sealOwner = ({ account, id }: WebhookKey): string => `webhook/${account}/${id}`;

const SECRET_BYTES = 32;
/** Each lock is told to every one of them. */
const MOST_OF_ACCOUNT = 20;

export function createWebhooks({ store, keys, clock, allowPrivate }: WebhooksParts): Webhooks {
  return {
    async add({ id, programme, url }, account) {
      const fault = addressFault(url, allowPrivate);
      if (fault !== undefined) return { result: 'refused', code: 'webhook-address', message: fault };
      const held = (await store.list()).filter((one) => one.account === account);
      if (held.length >= MOST_OF_ACCOUNT)
        return {
          result: 'refused',
          code: 'webhook-limit',
          message: `Remove a webhook first: an account has at most ${MOST_OF_ACCOUNT}.`,
        };
      const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
      const owner = sealOwner({ account, id });
      const { wrapped } = keys.newPersonKey(owner);
      const told: JsonObject = { url, secret };
      const webhook = {
        id,
        programme,
        account,
        host: new URL(url).host,
        createdAt: clock.now().toISOString(),
      };
      const sealed = keys.seal(wrapped, owner, owner, told);
      if (await store.add({ ...webhook, wrappedKey: wrapped, sealed }))
        return { result: 'added', webhook, secret };
      return {
        result: 'refused',
        code: 'webhook-id-taken',
        message: `Take another id: ${id} is that of another webhook of yours.`,
      };
    },
    list: () => store.list(),
    remove: (key) => store.remove(key),
    deliveries: async (key, limit) =>
      (await store.find(key)) === undefined ? undefined : store.deliveries(key, limit),
    sendAgain: async (key, delivery) => store.revive(key, delivery),
  };
}
