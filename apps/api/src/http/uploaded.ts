import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { Problem } from '../problems/problem';

/**
 * The body of a request as it comes in, with back-pressure down to the sender. It fails when the connection ends early or the
 * process is about to stop; the request itself stays open then, so that the response can still say so.
 */
export function uploaded(request: IncomingMessage, draining: AbortSignal): Readable {
  // Who reads it learns of its failure by reading; without a listener it would end the process when nobody does.
  const upload = new PassThrough().on('error', () => undefined);
  const stop = (): void => {
    upload.destroy(new Problem('shutting-down', { detail: 'The process stops: send the same file again.' }));
  };
  const cutOff = (): void => {
    if (!request.complete)
      upload.destroy(
        new Problem('request-malformed', { detail: 'The connection ended before the whole file had come.' }),
      );
  };
  request.once('error', cutOff).once('close', cutOff);
  if (draining.aborted) stop();
  else draining.addEventListener('abort', stop, { once: true });
  upload.once('close', () => draining.removeEventListener('abort', stop));
  return request.pipe(upload);
}
