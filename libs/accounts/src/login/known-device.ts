import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccountContext } from '../parts';

/**
 * Marks a browser from which somebody knew a password, so that strangers who guess it cannot keep its owner out (OWASP, device
 * cookies). The mark names nobody: it can only be checked against an address.
 */
export interface KnownDevices {
  mark(email: string): string;
  isMark(email: string, mark: string): boolean;
}

export function createKnownDevices({ keyring }: AccountContext): KnownDevices {
  const digest = (email: string, nonce: string): string =>
    keyring.hash(JSON.stringify(['known-device', email.normalize('NFC').toLowerCase(), nonce]));
  return {
    mark(email) {
      const nonce = randomBytes(16).toString('base64url');
      return `${nonce}.${digest(email, nonce)}`;
    },
    isMark(email, mark) {
      const [nonce = '', given = ''] = mark.split('.');
      const expected = Buffer.from(digest(email, nonce));
      const shown = Buffer.from(given);
      return shown.length === expected.length && timingSafeEqual(shown, expected);
    },
  };
}
