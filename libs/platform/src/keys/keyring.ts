import { createHmac, randomBytes } from 'node:crypto';
import { KeyError } from './key-error';
import type { MasterKey } from './master-key';
import { seal, unseal } from './seal';
import { KEY_BYTES, subKey } from './sub-key';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** Keys for personal columns: one random key per person, stored only wrapped by the master key. Destroying it erases the person. */
export interface Keyring {
  /** Makes a key for one person. `wrapped` is what the table `person_key` stores; it opens for this person id only. */
  newPersonKey(personId: string): { readonly wrapped: Buffer };
  /** Encrypts a JSON value. `aad` names the place it is stored in (table, row, column) and must be given again to `open`. */
  seal(wrapped: Buffer, personId: string, aad: string, value: JsonValue): Buffer;
  /** Decrypts what `seal` made. @throws KeyError `key-wrong`, `sealed-malformed`. */
  open(wrapped: Buffer, personId: string, aad: string, sealed: Buffer): JsonValue;
  /** As `seal`, for the bytes of a file. */
  sealBytes(wrapped: Buffer, personId: string, aad: string, bytes: Buffer): Buffer;
  /** Decrypts what `sealBytes` made. @throws KeyError `key-wrong`, `sealed-malformed`. */
  openBytes(wrapped: Buffer, personId: string, aad: string, sealed: Buffer): Buffer;
  /** Keyed digest (HMAC-SHA256, hex) of canonical JSON: equal bodies compare equal, and the digest gives no clue to short values. */
  hash(canonicalJson: string): string;
}

const KEY_ID_BYTES = 8;

/** @param cachedKeys how many unwrapped person keys stay in memory; the least recently used goes first. */
export function createKeyring(masterKey: MasterKey, cachedKeys = 2_000): Keyring {
  const wrappingKey = subKey(masterKey.bytes, 'person-key-wrapping/v1');
  const hashKey = subKey(masterKey.bytes, 'body-hash/v1');
  const keyId = Buffer.from(masterKey.id, 'hex');
  const unwrapped = new Map<string, Buffer>();

  function columnKey(wrapped: Buffer, personId: string): Buffer {
    const cacheKey = `${personId} ${wrapped.toString('base64')}`;
    const known = unwrapped.get(cacheKey) ?? subKey(unwrap(wrapped, personId), 'personal-column/v1');
    unwrapped.delete(cacheKey); // set again as the youngest: a Map keeps the order of insertion
    unwrapped.set(cacheKey, known);
    for (const oldest of unwrapped.keys()) {
      if (unwrapped.size <= cachedKeys) break;
      unwrapped.delete(oldest);
    }
    return known;
  }

  function unwrap(wrapped: Buffer, personId: string): Buffer {
    const wrappedUnder = wrapped.subarray(0, KEY_ID_BYTES);
    if (!wrappedUnder.equals(keyId)) {
      throw new KeyError(
        'key-wrong',
        `A person key was wrapped under master key ${wrappedUnder.toString('hex')}, but ${masterKey.id} is in use. Put the right key back.`,
      );
    }
    return unseal(wrappingKey, `person-key/${personId}`, wrapped.subarray(KEY_ID_BYTES));
  }

  return {
    newPersonKey: (personId) => ({
      wrapped: Buffer.concat([keyId, seal(wrappingKey, `person-key/${personId}`, randomBytes(KEY_BYTES))]),
    }),
    seal: (wrapped, personId, aad, value) =>
      seal(columnKey(wrapped, personId), aad, Buffer.from(JSON.stringify(value))),
    open: (wrapped, personId, aad, sealed) => parseJson(unseal(columnKey(wrapped, personId), aad, sealed)),
    sealBytes: (wrapped, personId, aad, bytes) => seal(columnKey(wrapped, personId), aad, bytes),
    openBytes: (wrapped, personId, aad, sealed) => unseal(columnKey(wrapped, personId), aad, sealed),
    hash: (canonicalJson) => createHmac('sha256', hashKey).update(canonicalJson).digest('hex'),
  };
}

function parseJson(bytes: Buffer): JsonValue {
  const value: JsonValue = JSON.parse(bytes.toString('utf8'));
  return value;
}
