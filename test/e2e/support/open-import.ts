import type { JsonObject } from '@lotse/domain';
import { request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { jsonLines } from './json-lines';

/** An import whose upload the test keeps open. */
export interface OpenImport {
  /** Sends a piece of the file, as it is. */
  send(piece: string | Buffer): Promise<void>;
  /** Ends the upload. */
  end(): void;
  /** The next line of the answer; undefined at its end. */
  nextAnswer(): Promise<JsonObject | undefined>;
  /** Status and headers, as soon as there are some. */
  readonly response: Promise<IncomingMessage>;
  /** Goes away without a word. */
  leave(): void;
}

/** @param path another route that takes and answers JSON Lines */
export function openImport(url: string, token: string, path = '/api/v1/imports'): OpenImport {
  const upload = request(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    upload.once('response', resolve).once('error', reject);
  });
  const lines = response.then((answer) => createInterface({ input: answer })[Symbol.asyncIterator]());
  // Who leaves asks for no answer any more.
  lines.catch(() => undefined);
  return {
    send: (piece) =>
      new Promise((resolve, reject) => upload.write(piece, (error) => (error ? reject(error) : resolve()))),
    end: () => void upload.end(),
    nextAnswer: async () => {
      const next = await (await lines).next();
      return next.done === true ? undefined : jsonLines(next.value)[0];
    },
    response,
    leave: () => void upload.destroy(),
  };
}
