import { openServices } from '@lotse/platform';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { sourceCommand } from './run-source';

/** Where tests find the services that a global set-up started. */
const databaseVariable = 'LOTSE_TEST_DATABASE_URL';
const temporalVariable = 'LOTSE_TEST_TEMPORAL_ADDRESS';
const namespaceVariable = 'LOTSE_TEST_NAMESPACE';

/** Addresses of the services that all tests of a run share. */
export interface TestServices {
  /** A database for administration: make your own with `createTestDatabase`. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
}

/**
 * Starts PostgreSQL and a Temporal server with time skipping for the whole run, from Jest's `globalSetup`, and tells the
 * addresses to the test processes through the environment. Each run has a data folder of its own (`LOTSE_TEST_HOME`, else
 * a new one), so that runs beside each other or after each other see nothing of one another. Addresses that stand in the
 * environment already are used as they are, and nothing is started. Resolves with what ends the services again and
 * removes their data unless `LOTSE_TEST_KEEP` is set.
 */
export async function startTestServices(): Promise<() => Promise<void>> {
  if (process.env[databaseVariable] && process.env[temporalVariable]) return () => Promise.resolve();
  const home = process.env.LOTSE_TEST_HOME ?? mkdtempSync(join(tmpdir(), 'lotse-test-'));
  const services = await openServices({
    home,
    need: 'all',
    timeSkipping: true,
    fsync: false,
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
  });
  process.env[databaseVariable] = services.databaseUrl;
  process.env[temporalVariable] = services.temporalAddress;
  process.env[namespaceVariable] = services.namespace;
  return async () => {
    await services.close();
    if (!process.env.LOTSE_TEST_KEEP) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** The services of this run; fails clearly where no global set-up started them. */
export function testServices(): TestServices {
  const databaseUrl = process.env[databaseVariable];
  const temporalAddress = process.env[temporalVariable];
  const namespace = process.env[namespaceVariable] ?? 'lotse';
  if (!databaseUrl || !temporalAddress) {
    throw new Error(
      `No test services: ${databaseVariable} and ${temporalVariable} are set by Jest's globalSetup.`,
    );
  }
  return { databaseUrl, temporalAddress, namespace };
}

/** A database of its own for one suite. */
export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  /** Removes the database, with connections that were left open. */
  drop(): Promise<void>;
}

/** Makes an empty database, or a copy of `template`, to which nobody may be connected at that moment. */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administrate(`create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const url = new URL(testServices().databaseUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    name,
    drop: () => administrate(endConnections(name), `drop database if exists ${name}`),
  };
}

/**
 * Not `with (force)`: that is refused while autovacuum, a superuser's process, looks at the database. A plain drop sends
 * autovacuum away by itself and waits for connections that are ending.
 */
const endConnections = (database: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and usename = current_user`;

async function administrate(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: testServices().databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
