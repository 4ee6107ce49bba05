import { open } from 'node:fs/promises';
import { errorCode } from '@lotse/platform';
import { CliError } from '../cli-error';

/** Bytes to import, and how many there will be where that is known. */
export interface ImportSource {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly size?: number;
}

/** Opens a file before anything is started for it; `-` is standard input. @throws CliError `file-unreadable` */
export async function importSource(file: string): Promise<ImportSource> {
  if (file === '-') return { bytes: process.stdin };
  try {
    const handle = await open(file);
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return { bytes: handle.createReadStream(), ...(stat.isFile() ? { size: stat.size } : {}) };
  } catch (error) {
    const reason = errorCode(error) ?? 'unknown reason';
    const message = `Cannot import ${file}: it cannot be read (${reason}). Name a JSON Lines file, or - for standard input.`;
    throw new CliError('file-unreadable', message, undefined, { cause: error });
  }
}
