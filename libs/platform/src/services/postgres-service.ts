import { join } from 'node:path';
import { Client } from 'pg';
import { isRoot, secretIn, type ServicesHome } from './services-home';
import { databaseUser } from './os-user';
import { choosePorts } from './ports';
import { findPostgresBinaries, reachablePostgresBinaries } from './postgres-binaries';
import { initialiseCluster, postgresDataFolder } from './postgres-data';
import { clearPostmaster } from './postmaster-pid';
import { reasonOf, ServiceError } from './service-error';
import type { SupervisorClient } from './supervisor-client';

/** Owner of the application's and of Temporal's databases; no superuser. */
const role = 'lotse';
/** Recovery after a crash replays the log first, which can take a while on a large database. */
const startDeadline = 120_000;

export interface PostgresOptions {
  /** Always true outside tests. */
  readonly fsync: boolean;
  readonly onProgress: (message: string) => void;
}

/** Starts PostgreSQL under the supervisor and returns the URL of the application's database, which exists then. */
export async function startPostgres(
  home: ServicesHome,
  supervisor: SupervisorClient,
  options: PostgresOptions,
): Promise<string> {
  const user = isRoot() ? databaseUser() : undefined;
  const binaries = await reachablePostgresBinaries(user);
  const folder = postgresDataFolder(home, user);
  const password = secretIn(home.postgresPasswordFile);
  options.onProgress('Preparing PostgreSQL');
  await initialiseCluster({ binaries, folder, user, password, fsync: options.fsync });
  await clearPostmaster(folder);
  const { postgres: port } = await choosePorts(home.portsFile, ['postgres']);
  options.onProgress('Starting PostgreSQL');
  await supervisor.startChild({
    name: 'postgres',
    command: join(binaries.folder, 'bin', 'postgres'),
    args: ['-D', folder, '-p', String(port), ...settings(options.fsync)],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    cwd: '/',
    ...user,
    readiness: { kind: 'tcp', port, deadline: startDeadline },
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written out.
    stopSignal: 'SIGINT',
    stopDeadline: 7_000,
    logFile: join(home.logFolder, 'postgres.log'),
    port,
    version: postgresVersion(),
  });
  await makeDatabase(urlOf('postgres', password, port, 'postgres'), password, supervisor);
  return urlOf(role, password, port, 'lotse');
}

/** Version of the embedded PostgreSQL, as `18.4`. */
function postgresVersion(): string {
  return findPostgresBinaries().version.split('.').slice(0, 2).join('.');
}

function settings(fsync: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and details of errors hold values, and a log must hold no personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  if (!fsync) Object.assign(values, { fsync: 'off', full_page_writes: 'off' });
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function makeDatabase(adminUrl: string, password: string, supervisor: SupervisorClient): Promise<void> {
  const client = await connectWhenReady(adminUrl, supervisor);
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (roles.rowCount === 0) {
      await client.query(`create role ${role} login createdb password ${client.escapeLiteral(password)}`);
    }
    const databases = await client.query('select 1 from pg_database where datname = $1', ['lotse']);
    if (databases.rowCount === 0) await client.query(`create database lotse owner ${role}`);
  } finally {
    await client.end();
  }
}

async function connectWhenReady(url: string, supervisor: SupervisorClient): Promise<Client> {
  let ended: string | undefined;
  supervisor.onExit((name, reason) => {
    if (name === 'postgres' || name === 'supervisor') ended = reason;
  });
  const end = Date.now() + startDeadline;
  let last: unknown;
  while (ended === undefined && Date.now() < end) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
  const why = ended === undefined ? reasonOf(last) : `it ended with ${ended}`;
  throw new ServiceError(
    'postgres-failed',
    `PostgreSQL did not start: ${why}.`,
    'Its log is logs/postgres.log in the data folder.',
  );
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}
