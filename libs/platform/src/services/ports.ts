import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { readJsonIfPresent, writeAtomically } from './atomic-file';
import { ServiceError } from './service-error';

/** Temporal stores its membership ports in a smallint column, so none may be above 32767. */
const firstPort = 20_000;
const portCount = 10_000;

/**
 * Ports for `names`, each free on the loopback at this moment: the ones remembered in `file` where they are still
 * free, else new ones from 20000 to 29999. The choice is remembered in `file`.
 */
export async function choosePorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const remembered = rememberedPorts(file);
  const taken = new Set<number>(Object.values(remembered));
  for (const name of names) {
    const known = remembered[name];
    if (known !== undefined && (await isFree(known))) continue;
    const port = await probe(taken);
    taken.add(port);
    remembered[name] = port;
  }
  writeAtomically(file, JSON.stringify(remembered));
  return pick(remembered, names);
}

/** True when the port can be bound on 127.0.0.1. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function probe(taken: ReadonlySet<number>): Promise<number> {
  // A random start keeps two homes that start at once from probing the same ports in the same order.
  const start = randomInt(portCount);
  for (let step = 0; step < portCount; step += 1) {
    const port = firstPort + ((start + step) % portCount);
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new ServiceError(
    'port-missing',
    'No port from 20000 to 29999 is free on 127.0.0.1.',
    'Stop what holds them.',
  );
}

function rememberedPorts(file: string): Record<string, number> {
  const value = readJsonIfPresent(file);
  const ports: Record<string, number> = {};
  if (typeof value !== 'object' || value === null) return ports;
  for (const [name, port] of Object.entries(value)) if (typeof port === 'number') ports[name] = port;
  return ports;
}

function pick<Name extends string>(
  ports: Record<string, number>,
  names: readonly Name[],
): Record<Name, number> {
  const picked: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const port = ports[name];
    if (port !== undefined) picked[name] = port;
  }
  return picked as Record<Name, number>;
}
