import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { KeyError } from '../keys/key-error';
import type { MasterKey } from '../keys/master-key';
import { seal, unseal } from '../keys/seal';
import { subKey } from '../keys/sub-key';

const ENCODING = 'binary/encrypted';
const PLACE = 'temporal-payload';

/**
 * Encrypts every payload that leaves for Temporal. It is the second net: what goes there holds ids, codes and instants only.
 * A payload in clear is read as it is, so that an operator can signal from Temporal's own tools.
 */
export class EncryptingPayloadCodec implements PayloadCodec {
  readonly #keyId: Buffer;
  readonly #key: Buffer;
  /** By the id of the master key: histories are never written anew. */
  readonly #keys: ReadonlyMap<string, Buffer>;

  constructor(masterKey: MasterKey) {
    const keyOf = ({ bytes }: Pick<MasterKey, 'bytes'>): Buffer => subKey(bytes, 'temporal-payload/v1');
    this.#keyId = Buffer.from(masterKey.id);
    this.#key = keyOf(masterKey);
    this.#keys = new Map([masterKey, ...masterKey.earlier].map((each) => [each.id, keyOf(each)]));
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => ({
      metadata: { encoding: Buffer.from(ENCODING), 'key-id': this.#keyId },
      data: seal(this.#key, PLACE, temporal.api.common.v1.Payload.encode(payload).finish()),
    }));
  }

  /** @throws KeyError `key-wrong` naming the key that is needed, or `sealed-malformed`. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      if (textOf(payload.metadata?.['encoding']) !== ENCODING) return payload;
      const keyId = textOf(payload.metadata?.['key-id']);
      const key = this.#keys.get(keyId);
      if (key === undefined) {
        throw new KeyError(
          'key-wrong',
          `A payload in Temporal was sealed under master key ${keyId}, but ${this.#keyId.toString()} is in use. Put the right key back.`,
        );
      }
      return temporal.api.common.v1.Payload.decode(unseal(key, PLACE, payload.data ?? new Uint8Array()));
    });
  }
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
