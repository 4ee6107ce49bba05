import type { Instant, JsonObject, StrikeReason } from '@lotse/domain';
import type { FigureTransaction } from './figure-book.port';

export interface RecordKey {
  readonly type: string;
  readonly id: string;
}

export interface RecordLookUp extends RecordKey {
  readonly bodyHash: string;
  /** Records that must exist. */
  readonly references: readonly RecordKey[];
  /** Whose key seals the text, if anyone's. */
  readonly person?: string;
}

export interface FoundRecord {
  /** 0 when the id is new. */
  readonly lastVersion: number;
  /** The newest stored version with the same body. */
  readonly equalVersion?: number;
  /** Of the newest version. */
  readonly programme?: string;
  /** Why the newest version strikes it out. */
  readonly struck?: string;
  readonly missing: readonly RecordKey[];
  /** Whether `person` names a person on record. */
  readonly personKnown: boolean;
  readonly wrappedKey?: Buffer;
  /** Sites of this company with a placement that was not cancelled; empty for other types. */
  readonly sitesInUse: readonly string[];
}

export interface RecordWrite extends RecordKey {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly insertedAt: Instant;
  readonly programme?: string;
  readonly organisation?: string;
  readonly body: JsonObject;
  readonly secret?: Buffer;
  readonly bodyHash: string;
  /** The audit's entry for it, as canonical text. */
  readonly audit: string;
  /** A key made for this write. */
  readonly newKey?: { readonly person: string; readonly wrapped: Buffer };
}

/** A version that strikes a record out. */
export interface RecordStrike extends Pick<
  RecordWrite,
  'type' | 'id' | 'version' | 'recordedAt' | 'insertedAt' | 'bodyHash' | 'audit'
> {
  readonly struck: StrikeReason;
}

/** What stands against changing a record at once. */
export interface Signed {
  /** The oldest signed report that counts it: two people have to agree. */
  readonly report?: string;
  /** Who wants it changed so far, and how. */
  readonly proposed?: { readonly by: string; readonly change: string };
}

/** Somebody wants a record changed that a report counts. */
export interface ChangeProposal extends RecordKey {
  readonly programme: string;
  /** A reason to strike it out, or the digest of the next version. */
  readonly change: string;
  readonly by: string;
  readonly at: Instant;
  readonly audit: string;
}

export interface RecordTransaction extends FigureTransaction {
  /** The programmes that figures of a person are kept in. */
  programmesOf(person: string): Promise<readonly string[]>;
  find(lookUp: RecordLookUp): Promise<FoundRecord>;
  /** `clash`: another transaction wrote this version or key first. Then only rolling back is left. */
  write(write: RecordWrite): Promise<'written' | 'clash'>;
  /** Seen whatever the scope of whoever changes it: the rule holds for everybody. */
  signed(key: RecordKey): Promise<Signed>;
  /** In the place of an older proposal, if there is one. */
  propose(proposal: ChangeProposal): Promise<void>;
  /** Nobody has to agree any more. */
  settle(key: RecordKey): Promise<void>;
  /** Repeats the version before, without sealed words, as one that is struck out. */
  strike(strike: RecordStrike): Promise<'written' | 'clash'>;
}

/** One stored version. */
export interface StoredRecord extends RecordKey {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly body: JsonObject;
  readonly secret?: Buffer;
  /** Why it is struck out; absent of a version that counts. */
  readonly struck?: string;
  /** Of the person whose key seals the text; absent after an erasure. */
  readonly wrappedKey?: Buffer;
}

/** One page of the newest versions of a type, by id. */
export interface RecordPageQuery {
  readonly type: string;
  readonly programme: string;
  /** Only what was recorded by then. */
  readonly knownAt?: Instant;
  readonly after?: string;
  readonly limit: number;
}

/** Records that belong to no journey, as appended versions. */
export interface RecordStore {
  /** Runs `work` in one transaction, which is kept when its answer says so and rolled back otherwise. */
  transact<T extends { readonly keep: boolean }>(
    work: (transaction: RecordTransaction) => Promise<T>,
  ): Promise<T>;
  page(query: RecordPageQuery): Promise<readonly StoredRecord[]>;
  /** Every version of one record, oldest first. */
  versions(programme: string, key: RecordKey): Promise<readonly StoredRecord[]>;
}
