import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to PostgreSQL that a test lets break at a fixed point of one transaction: just before its commit, or just after. */
export interface CommitProxy {
  /** The server's address with this proxy in its place. */
  readonly url: string;
  /**
   * From the commit of the next transaction that says `mark`, nothing passes on its connection any more: `before`, the commit
   * does not reach the server; `after`, the answer to it does not come back. Resolves when that moment has come.
   */
  breakAt(side: 'before' | 'after', mark: string): Promise<void>;
  close(): Promise<void>;
}

interface Break {
  readonly side: 'before' | 'after';
  readonly mark: string;
  readonly struck: () => void;
}

export async function openCommitProxy(serverUrl: string): Promise<CommitProxy> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let next: Break | undefined;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };

  const server = createServer((inbound) => {
    const outbound = keep(connect(Number(port), hostname));
    keep(inbound);
    let said = '';
    let isSilent = false;
    inbound.on('data', (chunk) => {
      if (isSilent) return;
      // What a client says of one transaction; each begins with BEGIN.
      said += chunk.toString('latin1');
      said = said.slice(Math.max(0, said.lastIndexOf('BEGIN')));
      const at = next;
      if (at !== undefined && said.includes(at.mark) && said.includes('COMMIT')) {
        next = undefined;
        isSilent = true;
        if (at.side === 'after') outbound.write(chunk);
        at.struck();
        return;
      }
      outbound.write(chunk);
    });
    outbound.on('data', (chunk) => {
      if (!isSilent) inbound.write(chunk);
    });
    inbound.on('close', () => outbound.destroy());
    outbound.on('close', () => inbound.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const url = new URL(serverUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    breakAt: (side, mark) =>
      new Promise((struck) => {
        next = { side, mark, struck };
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
