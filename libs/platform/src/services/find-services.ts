import { isAlive } from './process-identity';
import { readJsonIfPresent } from './atomic-file';
import { readLock } from './file-lock';
import { servicesHome } from './services-home';
import { supervisorDetails, type ServicesPurpose } from './supervisor-protocol';

/** Where the services of a data folder answer. The database URL holds the password: never print it. */
export interface ServiceAddresses {
  readonly databaseUrl: string;
  /** Undefined where only the database was needed. */
  readonly temporalAddress: string | undefined;
  readonly namespace: string;
}

/** One process the supervisor keeps. Services that are not ours (`DATABASE_URL`, `TEMPORAL_ADDRESS`) are not listed. */
export interface RunningService {
  readonly name: string;
  readonly pid: number;
  readonly port?: number;
  readonly version?: string;
}

/** The services of a data folder as their supervisor tells them. */
export interface FoundServices extends ServiceAddresses {
  readonly purpose: ServicesPurpose;
  readonly supervisorPid: number;
  readonly services: readonly RunningService[];
}

/** The running services of a data folder, or undefined when none run or they are not ready yet. */
export function findServices(folder: string): FoundServices | undefined {
  const home = servicesHome(folder);
  const lock = readLock(home.lockFile);
  if (lock === undefined || !isAlive(lock)) return undefined;
  const { state, purpose } = supervisorDetails(lock.details);
  const addresses = readJsonIfPresent(home.servicesFile);
  if (state !== 'ready' || !areAddresses(addresses)) return undefined;
  const { databaseUrl, temporalAddress, namespace } = addresses;
  return {
    databaseUrl,
    temporalAddress,
    namespace,
    purpose,
    supervisorPid: lock.pid,
    services: runningServices(folder),
  };
}

/** The processes the supervisor of a data folder keeps at this moment, in the order of their start. */
export function runningServices(folder: string): RunningService[] {
  const lock = readLock(servicesHome(folder).lockFile);
  if (lock === undefined) return [];
  return supervisorDetails(lock.details).children.map(({ name, pid, port, version }) => ({
    name,
    pid,
    ...(port === undefined ? {} : { port }),
    ...(version === undefined ? {} : { version }),
  }));
}

function areAddresses(value: unknown): value is ServiceAddresses {
  return typeof value === 'object' && value !== null && 'databaseUrl' in value && 'namespace' in value;
}
