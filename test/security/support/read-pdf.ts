import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

/** What the tags of a PDF say, read by another program than the one that wrote it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly headings: readonly string[];
  /** Cells of every row of every table, in the order in which they are read aloud. */
  readonly rows: readonly (readonly string[])[];
  readonly roles: readonly string[];
}

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const child = spawn(process.execPath, [join(__dirname, 'pdf-reader.mjs')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.end(bytes);
  return JSON.parse(await text(child.stdout)) as ReadPdf;
}
