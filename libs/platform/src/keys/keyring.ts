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
  /** The same key wrapped by the present master key; as it is when it was so already. @throws KeyError `key-wrong` */
  rewrapped(wrapped: Buffer, personId: string): Buffer;
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

const placeOf = (personId: string): string => `person-key/${personId}`;

/** @param cachedKeys how many unwrapped person keys stay in memory; the least recently used goes first. */
export function createKeyring(masterKey: MasterKey, cachedKeys = 2_000): Keyring {
  const all = [masterKey, ...masterKey.earlier];
  const wrappingKeyOf = ({ bytes }: Pick<MasterKey, 'bytes'>): Buffer =>
    subKey(bytes, 'person-key-wrapping/v1');
  const wrappingKey = wrappingKeyOf(masterKey);
  const wrappingKeys = new Map(all.map((key) => [key.id, wrappingKeyOf(key)]));
  // Digests are compared for as long as their rows stand, and cannot be made anew: they stay with the first key.
  const hashKey = subKey((all.at(-1) ?? masterKey).bytes, 'body-hash/v1');
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
    const wrappedUnder = wrapped.subarray(0, KEY_ID_BYTES).toString('hex');
    const key = wrappingKeys.get(wrappedUnder);
    if (key === undefined) {
      throw new KeyError(
        'key-wrong',
        `A person key was wrapped under master key ${wrappedUnder}, but ${masterKey.id} is in use. Put the right key back.`,
      );
    }
    return unseal(key, placeOf(personId), wrapped.subarray(KEY_ID_BYTES));
  }

  const wrap = (key: Buffer, personId: string): Buffer =>
    Buffer.concat([keyId, seal(wrappingKey, placeOf(personId), key)]);

  return {
    newPersonKey: (personId) => ({ wrapped: wrap(randomBytes(KEY_BYTES), personId) }),
    rewrapped: (wrapped, personId) =>
      wrapped.subarray(0, KEY_ID_BYTES).equals(keyId) ? wrapped : wrap(unwrap(wrapped, personId), personId),
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
