import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { postgresAddress, withDatabase, type PostgresAddress } from './postgres-address';
import { reasonOf, ServiceError } from './service-error';
import { temporalVersion } from './temporal-version';

/** One of the two databases of a Temporal server. */
interface TemporalDatabase {
  readonly name: string;
  readonly schemaName: string;
  readonly version: string;
}

const databases: readonly TemporalDatabase[] = [
  { name: 'temporal', schemaName: 'postgresql/v12/temporal', version: temporalVersion.schema },
  {
    name: 'temporal_visibility',
    schemaName: 'postgresql/v12/visibility',
    version: temporalVersion.visibilitySchema,
  },
];

/** Brings Temporal's databases, on the server of `databaseUrl`, to the pinned version's schema. The SQL tool runs only where that is behind. */
export async function prepareTemporalDatabases(
  databaseUrl: string,
  sqlTool: string,
  onProgress: (message: string) => void,
): Promise<void> {
  await createDatabases(databaseUrl);
  const address = postgresAddress(databaseUrl);
  await Promise.all(
    databases.map(async (database) => {
      const version = await schemaVersion(withDatabase(databaseUrl, database.name));
      if (version !== undefined && !isBehind(version, database.version)) return;
      onProgress(`Preparing the database ${database.name}`);
      if (version === undefined) await run(sqlTool, address, database, ['setup-schema', '-v', '0.0']);
      await run(sqlTool, address, database, ['update-schema', '--schema-name', database.schemaName]);
    }),
  );
}

async function createDatabases(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const remedy = 'Check DATABASE_URL and that the server accepts connections.';
    throw new ServiceError(
      'database-unreachable',
      `The database of DATABASE_URL does not answer: ${reasonOf(error)}.`,
      remedy,
      error,
    );
  }
  try {
    for (const { name } of databases) {
      const known = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (known.rowCount === 0) await client.query(`create database ${name}`);
    }
  } catch (error) {
    throw new ServiceError(
      'database-rights-missing',
      `Temporal's databases ${databases.map(({ name }) => name).join(' and ')} could not be created: ${reasonOf(error)}.`,
      'Let their owner create them, give the user of DATABASE_URL the right CREATEDB, or set TEMPORAL_ADDRESS.',
      error,
    );
  } finally {
    await client.end();
  }
}

async function schemaVersion(databaseUrl: string): Promise<string | undefined> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const table = await client.query("select to_regclass('schema_version') is not null as there");
    if (table.rows[0]?.there !== true) return undefined;
    const result = await client.query<{ version: string }>(
      'select curr_version as version from schema_version',
    );
    return result.rows[0]?.version;
  } finally {
    await client.end();
  }
}

function isBehind(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

async function run(
  sqlTool: string,
  address: PostgresAddress,
  database: TemporalDatabase,
  args: string[],
): Promise<void> {
  const connection = ['--plugin', 'postgres12', '--endpoint', address.host, '--port', String(address.port)];
  connection.push('--user', address.user, '--database', database.name);
  if (address.tls) connection.push('--tls');
  if (address.tls && !address.verifyHost) connection.push('--tls-disable-host-verification');
  try {
    // The password goes by the environment: arguments can be read by every user of the machine.
    await promisify(execFile)(sqlTool, [...connection, ...args], {
      env: { ...process.env, SQL_PASSWORD: address.password },
    });
  } catch (error) {
    const output =
      typeof error === 'object' && error !== null && 'stderr' in error
        ? String(error.stderr)
        : reasonOf(error);
    throw new ServiceError(
      'temporal-failed',
      `The schema of database ${database.name} could not be brought to ${database.version}: ${output.trim().slice(-400)}`,
      'Check that its owner is the user of DATABASE_URL.',
      error,
    );
  }
}
