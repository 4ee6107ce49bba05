import { Client } from 'pg';
import type { ServiceAddresses } from './find-services';
import { startPostgres } from './postgres-service';
import { reasonOf, ServiceError } from './service-error';
import type { ServicesHome } from './services-home';
import type { SupervisorClient } from './supervisor-client';
import { claimTemporalDatabases } from './temporal-claim';
import { provideTemporal, type TemporalBinaries } from './temporal-binaries';
import { prepareTemporalDatabases } from './temporal-schema';
import { prepareTemporal, startTemporal } from './temporal-service';

export interface StartOptions {
  readonly need: 'database' | 'all';
  readonly namespace: string;
  readonly timeSkipping: boolean;
  readonly fsync: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress: (message: string) => void;
}

/** Starts what is needed and not given by DATABASE_URL or TEMPORAL_ADDRESS; resolves when all of it answers. */
export async function startServices(
  home: ServicesHome,
  supervisor: SupervisorClient,
  options: StartOptions,
): Promise<ServiceAddresses> {
  const { env, namespace, onProgress } = options;
  const ownTemporal = options.need === 'all' && !env.TEMPORAL_ADDRESS;
  // Fetching the Temporal server and starting the database do not wait for each other.
  const [databaseUrl, binaries] = await Promise.all([
    env.DATABASE_URL ? checkedDatabase(env.DATABASE_URL) : startPostgres(home, supervisor, options),
    ownTemporal ? provideTemporal(env, onProgress) : undefined,
  ]);
  if (options.need === 'database')
    return { databaseUrl, namespace, temporalAddress: env.TEMPORAL_ADDRESS || undefined };
  const temporalAddress =
    binaries === undefined
      ? env.TEMPORAL_ADDRESS || ''
      : await startOwnTemporal(home, supervisor, databaseUrl, { ...options, binaries });
  onProgress('Preparing the Temporal namespace');
  await prepareTemporal(temporalAddress, namespace, ownTemporal ? {} : env);
  return { databaseUrl, temporalAddress, namespace };
}

async function startOwnTemporal(
  home: ServicesHome,
  supervisor: SupervisorClient,
  databaseUrl: string,
  options: StartOptions & { readonly binaries: TemporalBinaries },
): Promise<string> {
  const { server, sqlTool } = options.binaries;
  await prepareTemporalDatabases(databaseUrl, sqlTool, options.onProgress);
  // The lock file guards the embedded database; one that others can reach as well needs a claim of its own.
  if (options.env.DATABASE_URL) supervisor.afterClose(await claimTemporalDatabases(databaseUrl));
  return startTemporal(home, supervisor, databaseUrl, { ...options, server });
}

async function checkedDatabase(databaseUrl: string): Promise<string> {
  try {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    await client.connect();
    await client.end();
    return databaseUrl;
  } catch (error) {
    const remedy = 'Check the address, or leave DATABASE_URL out to use the embedded server.';
    throw new ServiceError(
      'database-unreachable',
      `The database of DATABASE_URL does not answer: ${reasonOf(error)}.`,
      remedy,
      error,
    );
  }
}
