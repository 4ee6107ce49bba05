import type { Instant } from '@lotse/domain';
import type { FileType } from '../file-type';

/** `pending` until a scanner has spoken; a suspect file keeps its row and loses its bytes. */
export type FileState = 'pending' | 'clean' | 'suspect';

/** What is known of a file without opening it. */
export interface FileRow {
  readonly id: string;
  readonly programme: string;
  readonly journey?: string;
  /** Whose key seals it: the person it tells of, else the file itself (`file/<id>`). */
  readonly person?: string;
  /** The reference id that facts and records name as `evidence`. */
  readonly reference?: string;
  /** What it is about, a topic of the policy table: that says who may open it. */
  readonly topic: string;
  readonly type: FileType;
  /** Bytes in clear. */
  readonly size: number;
  /** SHA-256 (hex) of the bytes in clear: what a fact's evidence is proved by. */
  readonly sha256: string;
  /** SHA-256 (hex) of the sealed bytes: where they lie. */
  readonly address: string;
  readonly state: FileState;
  readonly uploadedBy: string;
  /** The organisation on whose side it was sent; absent for a sender of none. */
  readonly organisation?: string;
  readonly uploadedAt: Instant;
  readonly scannedAt?: Instant;
  /** Name of what the scanner found. */
  readonly signature?: string;
}

/** A row with its sealed name and the wrapped key of whom it belongs to; no key after an erasure. */
export interface SealedFileRow extends FileRow {
  readonly name: Buffer;
  readonly wrappedKey?: Buffer;
}

export interface FileFilter {
  readonly programme?: string;
  readonly journey?: string;
  readonly person?: string;
  readonly reference?: string;
  readonly state?: FileState;
  /** Only files whose id comes after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** Implemented by libs/persistence. */
export interface FileRowStore {
  /** The wrapped key of a person; undefined for an unknown or erased one. */
  personKey(person: string): Promise<Buffer | undefined>;
  /** `taken`: there is a file of that id, and this is its row. `hidden`: there is one that the caller must not see. */
  insert(
    row: SealedFileRow,
  ): Promise<
    { readonly result: 'inserted' | 'hidden' } | { readonly result: 'taken'; readonly row: SealedFileRow }
  >;
  find(id: string): Promise<SealedFileRow | undefined>;
  list(filter: FileFilter): Promise<SealedFileRow[]>;
  /** Only a pending file gets a verdict; false when it was no longer pending. */
  judge(
    id: string,
    verdict: { readonly state: 'clean' | 'suspect'; readonly signature?: string; readonly at: Instant },
  ): Promise<boolean>;
  /** Removes the rows of a person; answers the addresses that no row names any more. Idempotent. */
  removeOf(person: string): Promise<string[]>;
  /** True while some row names the address. */
  isNamed(address: string): Promise<boolean>;
}
