import { once } from 'node:events';
import { errorCode } from '@lotse/platform';

let closed = false;

/**
 * From here on a reader that goes away (`lotse import … | head`) ends the output and not the work: what was asked for is
 * still done to the end.
 */
export function outliveReader(): void {
  process.stdout.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
    closed = true;
  });
  // A terminal that was closed must not take the work with it either.
  process.stderr.on('error', () => undefined);
}

/** Writes to standard output, waiting while the reader is slower than we are. */
export async function print(text: string | Buffer): Promise<void> {
  if (closed || process.stdout.write(text)) return;
  // Whichever did not come is listened for no longer: a long import waits many times.
  const waiting = new AbortController();
  const heard = (event: string): Promise<unknown> =>
    once(process.stdout, event, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([heard('drain'), heard('close')]);
  waiting.abort();
}

export const printLine = (text: string): Promise<void> => print(`${text}\n`);

/** The same on standard error, where standard output is for machines. */
export const remark = (text: string): Promise<void> => {
  process.stderr.write(`${text}\n`);
  return Promise.resolve();
};

/** One JSON document, indented for eyes. */
export const printJson = (value: unknown): Promise<void> => printLine(JSON.stringify(value, null, 2));

/** Resolves when everything written so far has left the process. */
export async function flushed(): Promise<void> {
  if (closed) return;
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
}
