import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore, StoredContent } from '@lotse/files';

const ADDRESS = /^[0-9a-f]{64}$/;
const FOLDER = /^[0-9a-f]{2}$/;
const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** Written beside its place, flushed and then renamed: after a power cut the file is whole or not there. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

/** Files in a folder, two letters of the address a sub-folder. @param folder made when it is not there; readable by its owner alone */
export function createFolderStore(folder: string): FileStore {
  const pathOf = (address: string): string => {
    if (!ADDRESS.test(address))
      throw new TypeError('The address of a file is the SHA-256 of its bytes in hex');
    return join(folder, address.slice(0, 2), address);
  };

  async function* contents(): AsyncGenerator<StoredContent> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for await (const { name } of await opendir(folder)) {
      if (!FOLDER.test(name)) continue;
      for await (const entry of await opendir(join(folder, name))) {
        if (!ADDRESS.test(entry.name)) continue;
        yield { address: entry.name, storedAt: (await stat(join(folder, name, entry.name))).mtime };
      }
    }
  }

  return {
    put: (address, bytes) => writeWhole(pathOf(address), bytes),
    async get(address) {
      try {
        const bytes = await readFile(pathOf(address));
        if (createHash('sha256').update(bytes).digest('hex') !== address)
          throw new Error(`The stored file ${address} was changed on the disk: restore it from a backup.`);
        return bytes;
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    remove: (address) => rm(pathOf(address), { force: true }),
    contents,
  };
}
