import type { Readable } from 'node:stream';
import type { Request } from 'express';

/**
 * The bytes of a body; undefined when there are more than `limit`. What comes after that is read and dropped, so that the sender
 * gets to the answer. @param upload the body as it comes in, see `uploaded`
 */
export async function wholeBody(
  request: Request,
  upload: Readable,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of upload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      request.unpipe().resume();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
