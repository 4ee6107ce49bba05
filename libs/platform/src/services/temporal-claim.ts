import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { withDatabase } from './postgres-address';
import { ServiceError } from './service-error';

/** Any number will do; it only has to be the same in every Lotse. */
const claimKey = 1_795_255_200;
/** The session of one that was just killed ends within moments. */
const patience = 3_000;

/**
 * Claims the Temporal databases on the server of `databaseUrl` for one Lotse: a second Temporal server on them would not
 * fail but join the first, on addresses that cannot be reached from another machine. The lock file guards one data
 * folder only, and several folders may share a database server. Resolves with what gives the claim up; it also ends
 * with this process.
 */
export async function claimTemporalDatabases(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: withDatabase(databaseUrl, 'temporal'), keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  for (const end = Date.now() + patience; ; await delay(100)) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      claimKey,
    ]);
    if (rows[0]?.mine === true) return () => client.end();
    if (Date.now() > end) break;
  }
  await client.end();
  throw new ServiceError(
    'services-held',
    'Another Lotse runs its Temporal server on the databases of DATABASE_URL.',
    'Set TEMPORAL_ADDRESS to that server, stop it, or use another database server.',
  );
}
