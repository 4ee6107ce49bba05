import { Agent, request } from 'node:http';

/** One system under test: where it listens and the token it wants. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly token: string;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Connections are kept, but idle ones not as long as the servers keep them (5 s): a request must not meet a closing one. */
const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 3_000 });

/** Posts a body and reads the whole answer. Rejects when the connection fails, never for a status. */
export function post(target: Target, path: string, body: string, type = 'application/json'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${target.url}${path}`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': type,
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${target.token}`,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export const closeConnections = (): void => agent.destroy();
