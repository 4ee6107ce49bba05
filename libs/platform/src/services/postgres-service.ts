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
/**
 * What the application takes on its connections (libs/persistence), and the second one for the scope "everything", whose policies
 * the owner does not have by itself; the owner may not make roles.
 */
const applicationRoles = [
  { name: 'lotse_app', grant: 'grant lotse_app to lotse_all, lotse' },
  { name: 'lotse_all', grant: 'grant lotse_all to lotse with inherit false, set true' },
] as const;
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
    readiness: { kind: 'postmaster', pidFile: join(folder, 'postmaster.pid'), deadline: startDeadline },
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written out.
    stopSignal: 'SIGINT',
    stopDeadline: 7_000,
    logFile: join(home.logFolder, 'postgres.log'),
    port,
    version: postgresVersion(),
  });
  await makeDatabase(urlOf('postgres', password, port, 'postgres'), password);
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

async function makeDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (roles.rowCount === 0) {
      await client.query(`create role ${role} login createdb password ${client.escapeLiteral(password)}`);
    }
    for (const { name } of applicationRoles) {
      const taken = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      if (taken.rowCount === 0) await client.query(`create role ${name} nologin`);
    }
    for (const { grant } of applicationRoles) await client.query(grant);
    const databases = await client.query('select 1 from pg_database where datname = $1', ['lotse']);
    if (databases.rowCount === 0) await client.query(`create database lotse owner ${role}`);
  } catch (error) {
    const remedy = 'Its log is logs/postgres.log in the data folder.';
    throw new ServiceError(
      'postgres-failed',
      `PostgreSQL has no database lotse: ${reasonOf(error)}.`,
      remedy,
      error,
    );
  } finally {
    await client.end();
  }
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}
