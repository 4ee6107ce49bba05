import { openServices, ServiceError, type Services } from '@lotse/platform';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
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
 * addresses to the test processes through the environment. Addresses that stand there already are used as they are, and
 * nothing is started. Resolves with what ends the services again and removes their data unless `LOTSE_TEST_KEEP` is set.
 */
export async function startTestServices(): Promise<() => Promise<void>> {
  if (process.env[databaseVariable] && process.env[temporalVariable]) return () => Promise.resolve();
  const { services, home } = await openFirstFree();
  process.env[databaseVariable] = services.databaseUrl;
  process.env[temporalVariable] = services.temporalAddress;
  process.env[namespaceVariable] = services.namespace;
  return async () => {
    await services.close();
    // Workflows and schedules of this run must not be there in the next.
    if (!process.env.LOTSE_TEST_KEEP) rmSync(home, { recursive: true, force: true });
  };
}

/**
 * The data folder is `LOTSE_TEST_HOME`, else one per user under the system's temporary folder, with a number: a run
 * beside another takes the next one, because services end with the run that started them.
 */
async function openFirstFree(): Promise<{ services: Services; home: string }> {
  const base = process.env.LOTSE_TEST_HOME ?? join(tmpdir(), `lotse-test-${userInfo().uid}`);
  for (let number = 1; ; number += 1) {
    const home = `${base}-${number}`;
    try {
      const services = await openServices({
        home,
        need: 'all',
        whenHeld: 'refuse',
        timeSkipping: true,
        fsync: false,
        env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
        supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
      });
      return { services, home };
    } catch (error) {
      if (!(error instanceof ServiceError) || error.code !== 'services-held' || number > 20) throw error;
    }
  }
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
    drop: () => administrate(`drop database if exists ${name} with (force)`),
  };
}

async function administrate(statement: string): Promise<void> {
  const client = new Client({ connectionString: testServices().databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
