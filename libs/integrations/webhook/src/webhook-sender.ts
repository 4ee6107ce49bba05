import type { Sent, WebhookMessage, WebhookSender } from '@lotse/reports';
import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as sealedRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { isPublicAddress } from './public-address';

export interface WebhookSenderOptions {
  /** True for tests and closed networks alone: plain HTTP and private addresses are called too. */
  readonly allowPrivate: boolean;
  /** How long a receiver may take, in milliseconds. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** The receiver has gone for good (Standard Webhooks). */
const GONE = 410;

/** The address leads into a network that nobody outside may reach through Lotse. */
class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'private-address';
}

/**
 * Looks a name up and answers public addresses alone, all or none. The connection is made to what was checked: a second answer of the
 * name server cannot lead elsewhere.
 */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error !== null) return done(error, []);
    if (first === undefined || !found.every(({ address }) => isPublicAddress(address)))
      return done(new PrivateAddressError(`${hostname} is not on the public internet`), []);
    return options.all === true ? done(null, found) : done(null, first.address, first.family);
  });
};

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code.toLowerCase() : 'failed';
}

function answerOf(status: number): Sent {
  if (status >= 200 && status < 300) return { result: 'accepted' };
  return { result: status === GONE ? 'refused' : 'deferred', code: `http-${status}` };
}

/** Posts the body and waits for the status alone. Redirects are answers like others: nothing follows them. */
function post(url: URL, options: RequestOptions, body: string, timeoutMs: number): Promise<Sent> {
  return new Promise((resolve) => {
    const send = url.protocol === 'http:' ? plainRequest : sealedRequest;
    const failed = (error: unknown): void =>
      resolve({ result: error instanceof PrivateAddressError ? 'refused' : 'deferred', code: codeOf(error) });
    const request = send(url, { ...options, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      resolve(answerOf(response.statusCode ?? 0));
      // What else it says is not read.
      response.destroy();
    });
    request.on('error', failed);
    request.end(body);
  });
}

/** Webhooks over HTTPS, signed after Standard Webhooks; the body is a CloudEvent in JSON. */
export const createWebhookSender = ({
  allowPrivate,
  timeoutMs = TIMEOUT_MS,
}: WebhookSenderOptions): WebhookSender => ({
  send: async ({ url, secret, id, at, body }: WebhookMessage) => {
    const address = new URL(url);
    const host = bare(address.hostname);
    const isOpen =
      allowPrivate || (address.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host)));
    if (!isOpen) return { result: 'refused', code: 'private-address' };
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/cloudevents+json',
      'content-length': Buffer.byteLength(text),
      'user-agent': 'lotse-webhook/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, text),
    };
    const options: RequestOptions = { method: 'POST', headers, agent: false };
    return post(address, allowPrivate ? options : { ...options, lookup: publicLookup }, text, timeoutMs);
  },
});
