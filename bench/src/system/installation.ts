import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrate } from '@lotse/persistence';
import { openServices, parseMasterKey, type ChildSpec, type MasterKey, type Services } from '@lotse/platform';
import { Client } from 'pg';
import type { Target } from '../http-client';

const ROOT = join(__dirname, '../../..');
const READY_WITHIN_MS = 60_000;

/** Everything that is measured: services, api, worker and the naive pick, on one PostgreSQL that flushes to disk. */
export interface Installation {
  readonly services: Services;
  readonly lotse: Target;
  readonly naive: Target;
  readonly masterKey: MasterKey;
  /** Milliseconds from nothing running to api and worker ready. */
  readonly startedInMs: number;
}

/** What stays the same when the installation is started again. */
export interface Secrets {
  readonly home: string;
  readonly masterKey: string;
  readonly token: string;
}

export const newSecrets = (home: string): Secrets => ({
  home,
  masterKey: randomBytes(32).toString('base64'),
  token: randomBytes(32).toString('hex'),
});

async function naiveDatabase(databaseUrl: string): Promise<string> {
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    const found = await admin.query(`SELECT 1 FROM pg_database WHERE datname = 'naive'`);
    if (found.rowCount === 0) await admin.query('CREATE DATABASE naive');
  } finally {
    await admin.end();
  }
  const url = new URL(databaseUrl);
  url.pathname = '/naive';
  return url.href;
}

interface Wanted {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
}

function child(home: string, { name, args, env, port }: Wanted): ChildSpec {
  return {
    name,
    command: process.execPath,
    args,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: String(port), ...env },
    cwd: ROOT,
    readiness: { kind: 'http', url: `http://127.0.0.1:${port}/health/ready`, deadline: READY_WITHIN_MS },
    logFile: join(home, 'logs', `${name}.log`),
    port,
  };
}

/** Starts all of it; api and worker as they were built, at their ordinary log level. */
export async function startInstallation(
  { home, masterKey, token }: Secrets,
  tell: (what: string) => void,
): Promise<Installation> {
  const begun = performance.now();
  const ports = { api: 0, worker: 0, naive: 0 };
  const services = await openServices({
    home,
    need: 'all',
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: {
      command: process.execPath,
      args: [join(ROOT, 'dist/libs/platform/src/services/supervisor.main.js')],
    },
    onProgress: tell,
    prepare: async (started) => {
      await migrate(started.databaseUrl);
      for (const name of ['api', 'worker', 'naive'] as const) ports[name] = await started.choosePort(name);
      const common = { DATABASE_URL: started.databaseUrl, LOTSE_MASTER_KEY: masterKey, LOTSE_HOME: home };
      const temporal = {
        TEMPORAL_ADDRESS: started.temporalAddress ?? '',
        TEMPORAL_NAMESPACE: started.namespace,
      };
      const built = (app: string): readonly string[] => [
        '--enable-source-maps',
        join(ROOT, 'dist/apps', app, 'src/main.js'),
      ];
      const api = { ...common, LOTSE_ADMINISTRATOR_TOKEN: token };
      await Promise.all([
        started.startChild(child(home, { name: 'api', args: built('api'), env: api, port: ports.api })),
        started.startChild(
          child(home, {
            name: 'worker',
            args: built('worker'),
            env: { ...common, ...temporal },
            port: ports.worker,
          }),
        ),
      ]);
    },
  });
  const startedInMs = performance.now() - begun;
  const args = ['-r', join(ROOT, 'libs/testing/run-source.js'), join(ROOT, 'bench/src/naive/naive.main.ts')];
  const env = { DATABASE_URL: await naiveDatabase(services.databaseUrl) };
  await services.startChild(child(home, { name: 'naive', args, env, port: ports.naive }));
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  return {
    services,
    lotse: { name: 'Lotse', url: at(ports.api), token },
    naive: { name: 'naive pick', url: at(ports.naive), token },
    masterKey: parseMasterKey(masterKey),
    startedInMs,
  };
}
