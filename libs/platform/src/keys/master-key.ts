import { randomBytes, createHash } from 'node:crypto';
import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { KeyError } from './key-error';
import { KEY_BYTES, subKey } from './sub-key';

const HOW = `Give ${KEY_BYTES} random bytes in base64, for example from: openssl rand -base64 ${KEY_BYTES}`;

/** One master key. Its `id` is public: it stands beside sealed data and tells which key opens it. */
interface OneKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The key that wraps all others, and those before it. */
export interface MasterKey extends OneKey {
  /** Youngest first. They wrap nothing any more and open what they have wrapped; the oldest goes on making digests. */
  readonly earlier: readonly OneKey[];
}

/**
 * Reads a master key from its text form: base64 of 32 bytes, after it the keys before it, youngest first, with white space between.
 * @throws KeyError `key-malformed`.
 */
export function parseMasterKey(text: string): MasterKey {
  const [present = '', ...earlier] = text.trim().split(/\s+/);
  return { ...parseOne(present), earlier: earlier.map(parseOne) };
}

function parseOne(text: string): OneKey {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text) {
    throw new KeyError('key-malformed', `The master key is not base64 of ${KEY_BYTES} bytes. ${HOW}`);
  }
  const id = createHash('sha256').update(subKey(bytes, 'master-key-id/v1')).digest('hex').slice(0, 16);
  return { id, bytes };
}

/** What `parseMasterKey` reads. */
export const masterKeyText = (key: MasterKey): string =>
  [key, ...key.earlier].map(({ bytes }) => bytes.toString('base64')).join('\n');

/** Reads the master key kept in a file. @throws KeyError `key-missing`, `key-unreadable`, `key-malformed`. */
export async function readMasterKey(path: string): Promise<MasterKey> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'key-missing' : 'key-unreadable';
    throw new KeyError(
      code,
      `The master key file ${path} cannot be read (${cause.code ?? 'unknown reason'}). ${HOW}`,
      { cause },
    );
  });
  return parseMasterKey(text);
}

/**
 * Makes a new random master key in a file that only its owner may read (mode 0600). Never overwrites.
 * Losing this file loses all personal data of the installation: it belongs in the backup, apart from the database.
 * @throws KeyError `key-exists`.
 */
export async function createMasterKey(path: string): Promise<MasterKey> {
  const text = randomBytes(KEY_BYTES).toString('base64');
  const file = await open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'EEXIST' ? 'key-exists' : 'key-unreadable';
    throw new KeyError(
      code,
      `The master key file ${path} cannot be made (${cause.code ?? 'unknown reason'}).`,
      { cause },
    );
  });
  await written(file, text);
  return parseMasterKey(text);
}

/**
 * Puts a new random key before those of a file; the file holds either the old keys or all of them at any moment.
 * Nothing is wrapped anew by this: processes have to read the file again before `lotse keys rotate`.
 * @throws KeyError as `readMasterKey` does.
 */
export async function addMasterKey(path: string): Promise<MasterKey> {
  const before = await readMasterKey(path);
  const text = `${randomBytes(KEY_BYTES).toString('base64')}\n${masterKeyText(before)}`;
  const beside = `${path}.new`;
  await written(await open(beside, 'w', 0o600), text);
  await rename(beside, path);
  return parseMasterKey(text);
}

async function written(file: FileHandle, text: string): Promise<void> {
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
