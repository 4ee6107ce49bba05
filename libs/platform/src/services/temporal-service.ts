import { join } from 'node:path';
import { choosePorts } from './ports';
import { reasonOf, ServiceError } from './service-error';
import type { ServicesHome } from './services-home';
import type { SupervisorClient } from './supervisor-client';
import { temporalPortNames, writeTemporalConfig } from './temporal-config';
import { connectFrontend } from './temporal-frontend';
import { registerNamespace } from './temporal-namespace';
import { temporalVersion } from './temporal-version';
import { registerSearchAttributes } from './search-attributes';

const startDeadline = 60_000;

export interface TemporalOptions {
  /** Path of the server program. */
  readonly server: string;
  /** Lets tests skip time in workflows; never in production. */
  readonly timeSkipping: boolean;
  readonly onProgress: (message: string) => void;
}

/** Starts the Temporal server under the supervisor, on databases that are prepared on the server of `databaseUrl`, and returns its address once it answers. */
export async function startTemporal(
  home: ServicesHome,
  supervisor: SupervisorClient,
  databaseUrl: string,
  options: TemporalOptions,
): Promise<string> {
  const ports = await choosePorts(home.portsFile, temporalPortNames);
  const config = writeTemporalConfig(home.temporalFolder, databaseUrl, ports, options.timeSkipping);
  options.onProgress('Starting the Temporal server');
  const logFile = join(home.logFolder, 'temporal.log');
  await supervisor.startChild({
    name: 'temporal',
    command: options.server,
    args: ['--config-file', config, '--allow-no-auth', 'start'],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/' },
    cwd: home.temporalFolder,
    readiness: { kind: 'tcp', port: ports.temporalFrontend, deadline: startDeadline },
    stopDeadline: 3_000,
    logFile,
    port: ports.temporalFrontend,
    version: temporalVersion.server,
  });
  const address = `127.0.0.1:${ports.temporalFrontend}`;
  await untilServing(address, logFile, supervisor);
  return address;
}

/** A server that has just begun to answer may still lose a connection; what it refuses is told at once. */
const settlingDeadline = 30_000;

/** Makes a Temporal server, ours or another, ready for journeys: namespace and search attributes. Safe to repeat. */
export async function prepareTemporal(
  address: string,
  namespace: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  for (
    const end = Date.now() + settlingDeadline;
    ;
    await new Promise((resolve) => setTimeout(resolve, 200))
  ) {
    try {
      return await prepareOnce(address, namespace, env);
    } catch (error) {
      if (error instanceof ServiceError || Date.now() > end) throw error;
    }
  }
}

async function prepareOnce(address: string, namespace: string, env: NodeJS.ProcessEnv): Promise<void> {
  const connection = await connectFrontend(address, env);
  try {
    await registerNamespace(connection, namespace);
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function untilServing(address: string, logFile: string, supervisor: SupervisorClient): Promise<void> {
  let ended: string | undefined;
  supervisor.onExit((name, reason) => {
    if (name === 'temporal' || name === 'supervisor') ended = reason;
  });
  const end = Date.now() + startDeadline;
  let last: unknown;
  while (ended === undefined && Date.now() < end) {
    try {
      const connection = await connectFrontend(address, {}, 1_000);
      await connection.close();
      return;
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const why = ended === undefined ? reasonOf(last) : `it ended with ${ended}`;
  throw new ServiceError(
    'temporal-failed',
    `The Temporal server did not start: ${why}.`,
    `Its log is ${logFile}.`,
  );
}
