import { isJsonObject, type Instant, type JsonObject, type RecordType } from '@lotse/domain';
import type { KeyringPort } from '../ports/keyring.port';
import type { RecordPageQuery, StoredRecord } from '../ports/record-store.port';
import { putTextBack } from '../secrets/text-fields';
import type { Registry } from './put-record';
import { personOf, recordPlace } from './read-record';

/** A version of a record as it was entered. */
export interface RecordVersion {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly body: JsonObject;
  /** Why it is struck out from this version on; absent of one that counts. */
  readonly struck?: string;
}

export interface RecordPage {
  readonly records: readonly RecordVersion[];
  /** Give it as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

/** Which page; a person's record is none of a programme. */
export interface RecordQuery extends RecordPageQuery {
  readonly type: Exclude<RecordType, 'programme' | 'organisation' | 'person'>;
}

/** Puts sealed text back; without its key, as after an erasure, it is left out. */
function opened(
  keyring: KeyringPort,
  { type, id, version, body, secret, wrappedKey }: StoredRecord & { readonly type: RecordType },
): JsonObject {
  const person = personOf(type, { ...body, id });
  if (secret === undefined || wrappedKey === undefined || person === undefined) return body;
  const text = keyring.open(wrappedKey, person, recordPlace(type, id, version), secret);
  return isJsonObject(text) ? putTextBack({ clear: body, text }) : body;
}

const viewOf = (keyring: KeyringPort, type: RecordType, stored: StoredRecord): RecordVersion => ({
  id: stored.id,
  version: stored.version,
  recordedAt: stored.recordedAt,
  body: { id: stored.id, ...opened(keyring, { ...stored, type }) },
  ...(stored.struck === undefined ? {} : { struck: stored.struck }),
});

/** One page of the newest versions of a programme's records of a type, by id. */
export async function listRecords({ records, keyring }: Registry, query: RecordQuery): Promise<RecordPage> {
  const found = await records.page({ ...query, limit: query.limit + 1 });
  const page = found.slice(0, query.limit).map((stored) => viewOf(keyring, query.type, stored));
  const last = page.at(-1);
  return found.length > page.length && last !== undefined
    ? { records: page, next: last.id }
    : { records: page };
}

/** Every version of one record of a programme, oldest first; empty when there is none of the id. */
export async function versionsOfRecord(
  { records, keyring }: Registry,
  { type, id, programme }: Pick<RecordQuery, 'type' | 'programme'> & { readonly id: string },
): Promise<readonly RecordVersion[]> {
  const found = await records.versions(programme, { type, id });
  return found.map((stored) => viewOf(keyring, type, stored));
}
