import { randomBytes, createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { KeyError } from './key-error';
import { KEY_BYTES, subKey } from './sub-key';

const HOW = `Give ${KEY_BYTES} random bytes in base64, for example from: openssl rand -base64 ${KEY_BYTES}`;

/** The one key that wraps all others. Its `id` is public: it stands beside sealed data and tells which key opens it. */
export interface MasterKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Reads a master key from its text form (base64 of 32 bytes, white space around it allowed). @throws KeyError `key-malformed`. */
export function parseMasterKey(text: string): MasterKey {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text.trim()) {
    throw new KeyError('key-malformed', `The master key is not base64 of ${KEY_BYTES} bytes. ${HOW}`);
  }
  const id = createHash('sha256').update(subKey(bytes, 'master-key-id/v1')).digest('hex').slice(0, 16);
  return { id, bytes };
}

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
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return parseMasterKey(text);
}
