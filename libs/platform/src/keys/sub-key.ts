import { hkdfSync } from 'node:crypto';

/** Length in bytes of every symmetric key in this project (AES-256, HMAC-SHA-256). */
export const KEY_BYTES = 32;

/**
 * Derives the key for one purpose from a parent key by HKDF-SHA256 (RFC 5869), so that no key ever serves two purposes.
 * `purpose` is part of stored data for ever: a changed text makes everything under the old one unreadable.
 */
export const subKey = (parent: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', parent, Buffer.alloc(0), `lotse/${purpose}`, KEY_BYTES));
