import { setTimeout as delay } from 'node:timers/promises';
import { readLock } from './file-lock';
import { findServices } from './find-services';
import { AttachedServices, ExternalServices, OwnedServices, type Services } from './services';
import { startServices } from './start-services';
import { isAlive } from './process-identity';
import { ServiceError } from './service-error';
import { makeServicesHome, type ServicesHome } from './services-home';
import { builtSupervisor, SupervisorClient, type SupervisorCommand } from './supervisor-client';
import { supervisorDetails, type ServicesPurpose } from './supervisor-protocol';

/** The one who holds the data folder may be building the Temporal server: 11 minutes, and a margin. */
const waitDeadline = 20 * 60_000;

export interface OpenServicesOptions {
  /** The data folder, `LOTSE_HOME`. */
  readonly home: string;
  readonly need: 'database' | 'all';
  /** `standing` (default): others attach. `call`: only for the caller's own duration; others wait their turn. */
  readonly purpose?: ServicesPurpose;
  /** Temporal's namespace; `lotse` unless told otherwise. */
  readonly namespace?: string;
  /** Lets tests skip time in workflows; never in production. */
  readonly timeSkipping?: boolean;
  /** False leaves out flushing to disk, for tests only; true unless told otherwise. */
  readonly fsync?: boolean;
  /** DATABASE_URL, TEMPORAL_ADDRESS, PATH and cache folders are read from here; the process's own unless told otherwise. */
  readonly env?: NodeJS.ProcessEnv;
  /** How to run the supervisor; the compiled entry unless told otherwise. */
  readonly supervisor?: SupervisorCommand;
  readonly onProgress?: (message: string) => void;
  /** Runs on services this call started before others can find them: migrations, further children. */
  readonly prepare?: (services: Services) => Promise<void>;
}

/**
 * Attaches to the running services of a data folder or starts them. Of several calls at once exactly one starts, the
 * others wait and attach. The services end with `close()` and, whatever happens, with this process.
 */
export async function openServices(options: OpenServicesOptions): Promise<Services> {
  const home = makeServicesHome(options.home);
  const purpose = options.purpose ?? 'standing';
  const env = options.env ?? process.env;
  const entry = options.supervisor ?? builtSupervisor();
  const external = externalAddresses(options, env);
  if (external !== undefined && purpose === 'call' && options.prepare === undefined)
    return new ExternalServices(external);
  const end = Date.now() + waitDeadline;
  let told: number | undefined;
  for (;;) {
    const attached = attach(home, options.need);
    if (attached !== undefined) return attached;
    const holder = livingHolder(home);
    if (holder === undefined) {
      const supervisor = await SupervisorClient.start(home, purpose, entry);
      if (supervisor !== undefined) return start(home, supervisor, { ...options, env });
    } else {
      if (Date.now() > end) throw held(home, holder, 'and was not ready or done within 20 minutes');
      if (told !== holder) options.onProgress?.(`Waiting for process ${holder}, which uses ${home.folder}`);
      told = holder;
    }
    await delay(100);
  }
}

async function start(
  home: ServicesHome,
  supervisor: SupervisorClient,
  options: OpenServicesOptions,
): Promise<Services> {
  try {
    const addresses = await startServices(home, supervisor, {
      need: options.need,
      namespace: options.namespace ?? 'lotse',
      timeSkipping: options.timeSkipping ?? false,
      fsync: options.fsync ?? true,
      env: options.env ?? process.env,
      onProgress: options.onProgress ?? (() => undefined),
    });
    const services = new OwnedServices(home, supervisor, addresses);
    await options.prepare?.(services);
    await supervisor.publish(addresses);
    return services;
  } catch (error) {
    await supervisor.close();
    throw error;
  }
}

function attach(home: ServicesHome, need: OpenServicesOptions['need']): Services | undefined {
  const found = findServices(home.folder);
  // Services of another call end with it at any moment: nobody else may rest on them.
  if (found === undefined || found.purpose === 'call') return undefined;
  if (need === 'all' && found.temporalAddress === undefined) {
    throw held(home, found.supervisorPid, 'and runs the database without a Temporal server');
  }
  return new AttachedServices(found);
}

function livingHolder(home: ServicesHome): number | undefined {
  const lock = readLock(home.lockFile);
  return lock !== undefined && isAlive(lock) ? lock.pid : undefined;
}

function held(home: ServicesHome, pid: number, why: string): ServiceError {
  const details = supervisorDetails(readLock(home.lockFile)?.details);
  const message = `The data folder ${home.folder} is held by process ${pid} (${details.purpose}, ${details.state}) ${why}.`;
  return new ServiceError('services-held', message, 'Stop that process, or choose another LOTSE_HOME.');
}

function externalAddresses(options: OpenServicesOptions, env: NodeJS.ProcessEnv) {
  const databaseUrl = env.DATABASE_URL;
  const temporalAddress = env.TEMPORAL_ADDRESS || undefined;
  if (!databaseUrl || (options.need === 'all' && temporalAddress === undefined)) return undefined;
  return { databaseUrl, temporalAddress, namespace: options.namespace ?? 'lotse' };
}
