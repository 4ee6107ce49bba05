import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that two pieces of a file share, so that nothing is missed where one ends. */
const OVERLAP = 4_096;
const PIECE = 4_194_304;

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const isGone = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

async function holds(path: string, finds: (piece: Buffer) => boolean): Promise<boolean> {
  let end: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    const piece = Buffer.concat([end, chunk as Buffer]);
    if (finds(piece)) return true;
    end = piece.subarray(-OVERLAP);
  }
  return false;
}

/** Files below a folder, bytes as they lie there, of which `finds` is true for a piece. A server may take one away meanwhile. */
export async function filesWith(folder: string, finds: (piece: Buffer) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const path of await filesBelow(folder)) {
    const held = await holds(path, finds).catch((error: unknown) => {
      if (isGone(error)) return false;
      throw error;
    });
    if (held) found.push(path.slice(folder.length + 1));
  }
  return found;
}
