import { open } from 'node:fs/promises';
import { errorCode } from '@lotse/platform';
import { CliError } from '../cli-error';

/** Bytes of a file or of standard input, and how many there will be where that is known. */
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
    const message = `Cannot read ${file} (${reason}). Name a file that is there, or - for standard input.`;
    throw new CliError('file-unreadable', message, undefined, { cause: error });
  }
}

const PIECE_BYTES = 4_096;

/** The same bytes in small pieces, and the share of them taken so far (0 to 1) where their number is known. */
export function inPieces({ bytes, size }: ImportSource): {
  readonly pieces: AsyncGenerator<Uint8Array>;
  readonly share: () => number | undefined;
} {
  let read = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      // Small pieces, so that the share grows with the lines and not with the file's few chunks.
      for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
        const piece = chunk.subarray(start, start + PIECE_BYTES);
        read += piece.length;
        yield piece;
      }
    }
  }
  return { pieces: pieces(), share: () => (size === undefined ? undefined : read / size) };
}
