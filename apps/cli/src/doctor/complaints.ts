import type { ServicesReport } from '@lotse/platform';
import type { Health } from './health';

/** Something wrong and what helps. That nothing runs is no complaint. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
}

/** Below this a database soon stops for want of room. */
const LEAST_FREE_BYTES = 500_000_000;

/** Everything wrong with what was found. */
export function complaints(report: ServicesReport, health: readonly Health[]): Complaint[] {
  const { postgres, database, temporalServer, disk, orphans, holder } = report;
  const found: Complaint[] = [];
  const add = (code: string, message: string): void => void found.push({ code, message });
  if (postgres.problem !== undefined) add('postgres-missing', postgres.problem);
  if (database?.problem !== undefined)
    add(
      'database-unreachable',
      `The database at ${database.host}:${database.port} fails: ${database.problem}`,
    );
  if (temporalServer?.problem !== undefined)
    add('temporal-unreachable', `Temporal at ${temporalServer.address} fails: ${temporalServer.problem}`);
  else if (temporalServer !== undefined && !temporalServer.searchAttributesOk)
    add(
      'search-attributes',
      'Search attributes are missing or of another type. Use a namespace of Lotse alone.',
    );
  const isPolled = temporalServer?.pollers.some(({ polling }) => polling) === true;
  // Without a standing worker nobody is meant to poll.
  const hasWorker = report.services.some(({ name }) => name === 'worker');
  if (holder?.state === 'ready' && hasWorker && !isPolled)
    add(
      'nobody-polls',
      'No worker asks for work, so no workflow moves. See logs/worker.log in the data folder.',
    );
  for (const { name, url, ready } of health)
    if (!ready) add('not-ready', `${name} does not say that it is ready at ${url}. See logs/${name}.log.`);
  if (orphans.length > 0)
    add(
      'orphans',
      `A killed supervisor left ${orphans.map(({ name }) => name).join(', ')}; the next start ends them.`,
    );
  if (disk.free < LEAST_FREE_BYTES)
    add('disk-full', `Only ${Math.floor(disk.free / 1_000_000)} MB are free at ${report.home}. Make room.`);
  return found;
}
