import { connect } from 'node:net';
import type { MalwareScanner, Verdict } from '@lotse/files';

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

const CHUNK_BYTES = 64 * 1024;
const CLEAN = /^stream: OK$/;
const FOUND = /^stream: (.+) FOUND$/;

const framed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

function* command(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield framed(bytes.subarray(at, at + CHUNK_BYTES));
  yield Buffer.alloc(4);
}

function verdictOf(answer: string): Verdict {
  if (CLEAN.test(answer)) return { clean: true };
  const signature = FOUND.exec(answer)?.[1];
  if (signature !== undefined) return { clean: false, signature };
  throw new Error(`The malware scanner gave no verdict but ${JSON.stringify(answer.slice(0, 200))}`);
}

/** Sends a file and answers what clamd says of it, as text. */
const ask = ({ host, port }: ClamdAddress, bytes: Buffer, deadlineMs: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const answer: Buffer[] = [];
    socket.setTimeout(deadlineMs, () =>
      socket.destroy(new Error(`The malware scanner gave no answer within ${deadlineMs} ms`)),
    );
    socket.on('error', reject);
    socket.on('data', (chunk) => answer.push(chunk));
    socket.on('end', () => {
      resolve(Buffer.concat(answer).toString('utf8').replace(/\0$/, '').trim());
    });
    // clamd ends the stream by itself when a file is too large for it; what is still written then is lost on purpose.
    for (const part of command(bytes)) socket.write(part);
  });

/** ClamAV's daemon over TCP (`INSTREAM` of clamd's protocol). @param deadlineMs without a word, for one file */
export const createClamdScanner = (address: ClamdAddress, deadlineMs = 60_000): MalwareScanner => ({
  scan: async (bytes) => verdictOf(await ask(address, bytes, deadlineMs)),
});

/** The scanner at `host:port`; undefined where none is configured. IPv6 addresses stand in brackets. */
export function clamdOf(address: string | undefined): MalwareScanner | undefined {
  if (address === undefined) return undefined;
  const at = address.lastIndexOf(':');
  const host = address.slice(0, at).replace(/^\[|\]$/g, '');
  return createClamdScanner({ host, port: Number(address.slice(at + 1)) });
}
