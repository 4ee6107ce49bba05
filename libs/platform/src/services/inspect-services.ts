import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { readLock } from './file-lock';
import { findServices, runningServices, type RunningService } from './find-services';
import { inspectDatabase, type DatabaseReport } from './inspect-database';
import { inspectTemporal, type TemporalReport } from './inspect-temporal';
import { findPostgresBinaries } from './postgres-binaries';
import { findPostgresData } from './postgres-data';
import { isAlive } from './process-identity';
import { reasonOf } from './service-error';
import { servicesHome } from './services-home';
import { supervisorDetails } from './supervisor-protocol';
import { findTemporal } from './temporal-binaries';
import { temporalVersion } from './temporal-version';

/** Where a program comes from; `problem` says why it is not there. */
export interface ProgramReport {
  /** `embedded`, `path`, `cache`, or the variable that replaces it; `missing` where there is none. */
  readonly source: 'embedded' | 'path' | 'cache' | 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'missing';
  readonly version?: string;
  readonly location?: string;
  readonly problem?: string;
}

/** Who holds the data folder. */
export interface HolderReport {
  readonly pid: number;
  readonly state: 'starting' | 'ready' | 'stopping';
  readonly purpose: 'standing' | 'call';
}

/** What `lotse doctor` knows of the services of a data folder. No passwords. */
export interface ServicesReport {
  readonly home: string;
  readonly node: string;
  readonly postgres: ProgramReport;
  readonly temporal: ProgramReport;
  /** Undefined before the first start and where `DATABASE_URL` replaces the embedded database. */
  readonly dataFolder: string | undefined;
  /** Of the file system that holds the data folder, in bytes. */
  readonly disk: { readonly free: number; readonly total: number };
  /** The living process that holds the data folder. */
  readonly holder: HolderReport | undefined;
  /** What a killed supervisor left: the next start ends it. */
  readonly orphans: readonly RunningService[];
  readonly services: readonly RunningService[];
  /** Undefined where no database runs or is given. */
  readonly database: DatabaseReport | undefined;
  /** Undefined where no Temporal server runs or is given. */
  readonly temporalServer: TemporalReport | undefined;
}

/** Looks at everything and changes nothing: starts nothing, fetches nothing. */
export async function inspectServices(
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
  namespace = 'lotse',
): Promise<ServicesReport> {
  const home = servicesHome(folder);
  const lock = readLock(home.lockFile);
  const alive = lock !== undefined && isAlive(lock);
  const found = findServices(home.folder);
  const databaseUrl = env.DATABASE_URL || found?.databaseUrl;
  const address = env.TEMPORAL_ADDRESS || found?.temporalAddress;
  const details = supervisorDetails(lock?.details);
  return {
    home: home.folder,
    node: process.versions.node,
    postgres: postgresReport(env),
    temporal: await temporalReport(env),
    dataFolder: env.DATABASE_URL ? undefined : findPostgresData(home),
    disk: diskOf(home.folder),
    holder: alive ? { pid: lock.pid, state: details.state, purpose: details.purpose } : undefined,
    orphans: alive ? [] : runningServices(home.folder).filter(({ pid }) => stillRuns(details.children, pid)),
    services: alive ? runningServices(home.folder) : [],
    database: databaseUrl ? await inspectDatabase(databaseUrl) : undefined,
    temporalServer: address
      ? await inspectTemporal(address, found?.namespace ?? namespace, env.TEMPORAL_ADDRESS ? env : {})
      : undefined,
  };
}

function postgresReport(env: NodeJS.ProcessEnv): ProgramReport {
  if (env.DATABASE_URL) return { source: 'DATABASE_URL' };
  try {
    const { version, folder } = findPostgresBinaries();
    return { source: 'embedded', version, location: folder };
  } catch (error) {
    return { source: 'missing', problem: reasonOf(error) };
  }
}

async function temporalReport(env: NodeJS.ProcessEnv): Promise<ProgramReport> {
  if (env.TEMPORAL_ADDRESS) return { source: 'TEMPORAL_ADDRESS', location: env.TEMPORAL_ADDRESS };
  const found = await findTemporal(env);
  if (found !== undefined)
    return { source: found.source, version: temporalVersion.server, location: found.server };
  const problem = `Version ${temporalVersion.server} is neither on PATH nor in the cache; the next start fetches it.`;
  return { source: 'missing', problem };
}

function diskOf(folder: string): { free: number; total: number } {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    // Not made yet: its disk is that of the folder it will lie in.
    return diskOf(dirname(folder));
  }
}

function stillRuns(children: readonly { pid: number; startTime: string }[], pid: number): boolean {
  return children.some((child) => child.pid === pid && isAlive(child));
}
