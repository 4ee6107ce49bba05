import type { Day, Instant } from '@lotse/domain';

/** A row of a table as PostgreSQL gives it: columns by name. */
export type SubjectRow = Readonly<Record<string, unknown>>;

/** Everything by which rows of one person are found. */
export interface SubjectIds {
  /** The person, and other records of the same person that were merged with it. */
  readonly persons: readonly string[];
  readonly journeys: readonly string[];
  /** Accounts that sign in as this person. */
  readonly accounts: readonly string[];
  /** Those of them that hold nothing else. */
  readonly ownAccounts: readonly string[];
  readonly contactPoints: readonly string[];
}

export interface OpenJourney {
  readonly id: string;
  readonly programme: string;
  readonly stage: string;
}

export interface StoredHold {
  readonly id: string;
  readonly person: string;
  readonly setBy: string;
  readonly setAt: Instant;
  readonly secret: Buffer;
  readonly liftedBy?: string;
  readonly liftedAt?: Instant;
}

/** What stands between a person and an erasure. */
export interface FoundSubject {
  readonly ids: SubjectIds;
  readonly openJourneys: readonly OpenJourney[];
  /** In force. */
  readonly holds: readonly StoredHold[];
  /** False once the key was destroyed. */
  readonly hasKey: boolean;
  /** In which the person signs in or gets mails. */
  readonly language?: 'de' | 'en' | 'ru' | 'ky';
}

export type ErasureCause = 'request' | 'retention' | 'restore';

/** An erasure in the ledger: ids and counts. */
export interface StoredErasure {
  readonly id: string;
  readonly person: string;
  readonly persons: readonly string[];
  readonly journeys: readonly string[];
  readonly mails: readonly string[];
  /** Addresses of contents in the file store. */
  readonly contents: readonly string[];
  readonly cause: ErasureCause;
  readonly requestedBy: string;
  readonly erasedAt: Instant;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  readonly contentsAt?: Instant;
  readonly notedAt?: Instant;
  readonly histories?: number;
  readonly historiesAt?: Instant;
}

export interface ErasureOrder {
  readonly id: string;
  readonly person: string;
  readonly cause: ErasureCause;
  readonly requestedBy: string;
  readonly at: Instant;
  /** The audit's entry for it, as canonical text. */
  readonly audit: string;
}

/** Implemented by libs/persistence. Reads and erases across all scopes: who may ask is judged before. */
export interface SubjectStore {
  /** Whether the running work reaches the person: false for one it does not, as for one there never was. */
  reaches(person: string): Promise<boolean>;
  /** Undefined when there is no record of the person. */
  find(person: string): Promise<FoundSubject | undefined>;
  /** Rows of a table that are the person's to see, every column; none for a table that shows nothing of persons. */
  rows(table: string, ids: SubjectIds): Promise<SubjectRow[]>;
  /** Wrapped keys by person. */
  keys(persons: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Rows that an erasure would delete or empty, by table. */
  count(ids: SubjectIds): Promise<Readonly<Record<string, number>>>;
  /**
   * Deletes, empties, destroys the keys last and writes the ledger and the audit, all or nothing. The person is locked, and `judge`
   * is asked about what is found then; undefined when it said no.
   */
  erase(order: ErasureOrder, judge: (found: FoundSubject) => boolean): Promise<StoredErasure | undefined>;
  /** The last erasure of a person. */
  erasure(person: string): Promise<StoredErasure | undefined>;
  /** Youngest first. */
  erasures(limit: number): Promise<StoredErasure[]>;
  /** Erasures of which something outside the database is left to do. */
  unfinished(limit: number): Promise<StoredErasure[]>;
  /** Notes what was done outside. Idempotent. */
  done(id: string, step: 'contents' | 'noted' | { readonly histories: number }, at: Instant): Promise<void>;
}

export interface HoldStore {
  /** False when the id is taken. */
  set(hold: StoredHold, audit: string): Promise<boolean>;
  /** False when there is no such hold in force. */
  lift(
    id: string,
    by: { readonly account: string; readonly at: Instant; readonly secret: Buffer },
    audit: string,
  ): Promise<boolean>;
  /** Those in force. */
  list(): Promise<StoredHold[]>;
  find(id: string): Promise<StoredHold | undefined>;
}

/** A person whose data is due, or rows of a class that are. */
export interface DueRow {
  readonly person?: string;
  readonly count: number;
  /** The event from which the period runs: its last day for a person, the earliest for rows. */
  readonly since: Day;
}

export interface RetentionStore {
  /** What of a class started so long ago that it is due on a day. @param period ISO 8601 */
  due(dataClass: string, period: string, on: Day): Promise<DueRow[]>;
  /** Deletes due rows of a class that is erased by rows. Answers how many rows and which contents of files are left behind. */
  minimise(
    dataClass: string,
    period: string,
    on: Day,
    audit: string,
  ): Promise<{ readonly rows: number; readonly contents: readonly string[] }>;
  periods(): Promise<ReadonlyMap<string, string>>;
  setPeriod(
    dataClass: string,
    period: string,
    by: { readonly account: string; readonly at: Instant },
  ): Promise<void>;
}
