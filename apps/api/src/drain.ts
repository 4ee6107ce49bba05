import type { Server } from 'node:http';

/** Longest time that requests under way have, in milliseconds; a stop of everything has ten seconds (README). */
const DRAIN_MS = 5_000;
/** Connections kept alive for a next request are looked for this often, in milliseconds. */
const IDLE_CHECK_MS = 50;

/** Closes a server when its last request is answered, at the latest after five seconds. */
export async function drain(server: Server, close: () => Promise<void>): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  try {
    await close();
  } finally {
    clearInterval(idle);
    clearTimeout(patience);
  }
}
