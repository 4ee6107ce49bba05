import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeyError } from './key-error';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * Encrypts with AES-256-GCM under a random 96-bit nonce; safe for 2^32 seals under one key.
 * `aad` names the place of the value and must be the same when it is opened: a sealed value moved elsewhere does not open.
 * Layout: format (1 byte) · nonce (12) · tag (16) · cipher text.
 */
export function seal(key: Buffer, aad: string, clear: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([Uint8Array.of(FORMAT), iv, cipher.getAuthTag(), body]);
}

/** Reverses `seal`. @throws KeyError `sealed-malformed` or `key-wrong` (other key, other place, or changed bytes). */
export function unseal(key: Buffer, aad: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD_BYTES || bytes[0] !== FORMAT) {
    throw new KeyError(
      'sealed-malformed',
      `A sealed value of ${bytes.length} bytes is not in format ${FORMAT}; the column or payload was not written by this software.`,
    );
  }
  const iv = bytes.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(aad))
    .setAuthTag(bytes.subarray(1 + IV_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new KeyError(
      'key-wrong',
      'A sealed value does not open with this key: it belongs to another key or place, or its bytes were changed.',
      { cause },
    );
  }
}
