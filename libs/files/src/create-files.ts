import { createHash } from 'node:crypto';
import type { Instant } from '@lotse/domain';
import { refused, type FileRefusal } from './file-refusal';
import { inspectFile } from './inspect/inspect-file';
import { safeFileName } from './names/file-name';
import type { FileKeyring } from './ports/file-keyring.port';
import type { FileFilter, FileRow, FileRowStore, SealedFileRow } from './ports/file-row.port';
import type { FileStore } from './ports/file-store.port';
import type { MalwareScanner } from './ports/malware-scanner.port';

export interface FilesParts {
  readonly rows: FileRowStore;
  readonly store: FileStore;
  readonly keyring: FileKeyring;
  readonly clock: { now(): Date };
  /** Absent where none is configured. */
  readonly scanner?: MalwareScanner;
  /** Whether files that no scanner has seen may be opened; only for installations that decided so. */
  readonly openUnscanned: boolean;
}

/** What is uploaded, and where it belongs. */
export interface Upload {
  /** Idempotency key of the upload. */
  readonly id: string;
  readonly programme: string;
  readonly journey?: string;
  readonly person?: string;
  readonly reference?: string;
  readonly topic: string;
  readonly name: string;
  /** The type that the sender states. */
  readonly type: string;
  readonly bytes: Buffer;
  readonly uploadedBy: string;
  /** On whose side it is sent. */
  readonly organisation?: string;
}

/** A file as it may be shown: its name opened; undefined after an erasure. */
export type NamedFile = FileRow & { readonly name?: string };

export type UploadAnswer =
  | { readonly result: 'stored' | 'repeated'; readonly file: NamedFile }
  | { readonly result: 'refused'; readonly refusal: FileRefusal }
  /** The id is that of another upload, or the person is unknown. */
  | {
      readonly result: 'conflict';
      readonly code: 'file-id-taken' | 'person-unknown';
      readonly message: string;
    };

export type OpenAnswer =
  | { readonly result: 'opened'; readonly file: NamedFile; readonly bytes: Buffer }
  | { readonly result: 'unknown' }
  /** Not scanned yet, found suspect, or erased. */
  | {
      readonly result: 'closed';
      readonly code: 'file-pending' | 'file-suspect' | 'file-erased';
      readonly message: string;
    };

const CLOSED = {
  'file-pending': 'The file waits for the malware scanner; try again in a few minutes.',
  'file-suspect': 'The malware scanner found something in the file, so its content was removed.',
  'file-erased': 'The content was erased together with the data of the person.',
} as const;
const closed = (code: keyof typeof CLOSED): OpenAnswer => ({ result: 'closed', code, message: CLOSED[code] });

const UPLOAD_TAKES_AT_MOST_MS = 24 * 60 * 60 * 1000;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const ownerOf = ({ person, id }: Pick<FileRow, 'person' | 'id'>): string => person ?? `file/${id}`;
const placeOf = (id: string, part: 'name' | 'bytes'): string => `file/${id}/${part}`;

const conflict = (code: 'file-id-taken' | 'person-unknown', message: string): UploadAnswer => ({
  result: 'conflict',
  code,
  message,
});

const isSame = (a: FileRow, b: FileRow): boolean =>
  a.sha256 === b.sha256 && a.programme === b.programme && a.journey === b.journey && a.person === b.person;

/** Files of people and programmes: judged by content, sealed by the key of their person, opened only when clean. */
export interface Files {
  /** Stores a file once; the same id with the same content is answered as repeated. Nothing is kept of a refused one. */
  upload(upload: Upload): Promise<UploadAnswer>;
  /** The content in clear. @throws Error when the stored bytes are not those that were stored */
  open(id: string): Promise<OpenAnswer>;
  find(id: string): Promise<NamedFile | undefined>;
  list(filter: FileFilter): Promise<NamedFile[]>;
  /** Scans what is pending, a page at a time. Answers how many got a verdict; 0 without a scanner. Idempotent. */
  scanPending(limit: number): Promise<number>;
  /** Removes a person's files. Answers how many contents went. Idempotent. */
  eraseOf(person: string): Promise<number>;
  /** Removes contents that no row names, as a restore or a broken upload leaves them. Answers how many. */
  sweep(): Promise<number>;
}

export function createFiles(parts: FilesParts): Files {
  const { rows, store, keyring, clock, scanner, openUnscanned } = parts;
  const now = (): Instant => clock.now().toISOString();

  function named(row: SealedFileRow): NamedFile {
    const { name, wrappedKey, ...rest } = row;
    if (wrappedKey === undefined) return rest;
    const opened = keyring.open(wrappedKey, ownerOf(row), placeOf(row.id, 'name'), name);
    return { ...rest, ...(typeof opened === 'string' ? { name: opened } : {}) };
  }

  async function contentOf(row: SealedFileRow): Promise<Buffer | undefined> {
    const sealed = row.wrappedKey === undefined ? undefined : await store.get(row.address);
    if (sealed === undefined || row.wrappedKey === undefined) return undefined;
    return keyring.openBytes(row.wrappedKey, ownerOf(row), placeOf(row.id, 'bytes'), sealed);
  }

  async function judge(row: SealedFileRow, bytes: Buffer): Promise<boolean> {
    if (scanner === undefined) return false;
    const verdict = await scanner.scan(bytes);
    const at = now();
    if (verdict.clean) return rows.judge(row.id, { state: 'clean', at });
    const judged = await rows.judge(row.id, { state: 'suspect', signature: verdict.signature, at });
    await store.remove(row.address);
    return judged;
  }

  /** The scanner may be away: the upload stands, the file stays pending and the next sweep asks again. */
  async function judgeIfPossible(row: SealedFileRow, bytes: Buffer): Promise<void> {
    await judge(row, bytes).catch(() => false);
  }

  async function keyFor({ person, id }: Upload): Promise<Buffer | undefined> {
    return person === undefined ? keyring.newPersonKey(`file/${id}`).wrapped : rows.personKey(person);
  }

  return {
    async upload(upload) {
      const sound = await inspectFile(upload.bytes, upload.type);
      if ('code' in sound) return { result: 'refused', refusal: sound };
      const name = safeFileName(upload.name, sound.type);
      if (name === undefined) return { result: 'refused', refusal: refused('file-name-invalid') };
      const wrappedKey = await keyFor(upload);
      if (wrappedKey === undefined)
        return conflict('person-unknown', `There is no person ${upload.person}, or their data was erased.`);
      const owner = ownerOf(upload);
      const sealed = keyring.sealBytes(wrappedKey, owner, placeOf(upload.id, 'bytes'), sound.bytes);
      const { bytes: _bytes, name: _name, type: _type, ...belongs } = upload;
      const row: SealedFileRow = {
        ...belongs,
        type: sound.type,
        size: sound.bytes.length,
        sha256: sha256(sound.bytes),
        address: sha256(sealed),
        state: 'pending',
        uploadedAt: now(),
        name: keyring.seal(wrappedKey, owner, placeOf(upload.id, 'name'), name),
        wrappedKey,
      };
      // Bytes first: a row never names what is not there; bytes without a row are swept.
      await store.put(row.address, sealed);
      const stored = await rows.insert(row);
      if (stored.result !== 'inserted') {
        await store.remove(row.address);
        return stored.result === 'taken' && isSame(stored.row, row)
          ? { result: 'repeated', file: named(stored.row) }
          : conflict('file-id-taken', `The id ${upload.id} is that of another file: choose a new one.`);
      }
      await judgeIfPossible(row, sound.bytes);
      return { result: 'stored', file: named((await rows.find(row.id)) ?? row) };
    },

    async open(id) {
      const row = await rows.find(id);
      if (row === undefined) return { result: 'unknown' };
      if (row.state === 'suspect') return closed('file-suspect');
      if (row.state === 'pending' && !openUnscanned) return closed('file-pending');
      const bytes = await contentOf(row);
      return bytes === undefined ? closed('file-erased') : { result: 'opened', file: named(row), bytes };
    },

    async find(id) {
      const row = await rows.find(id);
      return row === undefined ? undefined : named(row);
    },
    list: async (filter) => (await rows.list(filter)).map(named),

    async scanPending(limit) {
      if (scanner === undefined) return 0;
      let judged = 0;
      for (const row of await rows.list({ state: 'pending', limit })) {
        const bytes = await contentOf(row);
        if (bytes !== undefined && (await judge(row, bytes))) judged += 1;
      }
      return judged;
    },

    async eraseOf(person) {
      const addresses = await rows.removeOf(person);
      for (const address of addresses) await store.remove(address);
      return addresses.length;
    },

    async sweep() {
      let removed = 0;
      // An upload stores its bytes before its row: what is young may be one under way.
      const settled = clock.now().getTime() - UPLOAD_TAKES_AT_MOST_MS;
      for await (const { address, storedAt } of store.contents()) {
        if (storedAt.getTime() > settled || (await rows.isNamed(address))) continue;
        await store.remove(address);
        removed += 1;
      }
      return removed;
    },
  };
}
