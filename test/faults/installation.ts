import {
  connectTemporal,
  openServices,
  parseMasterKey,
  type ChildSpec,
  type MasterKey,
  type Services,
} from '@lotse/platform';
import type { Client } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReady } from './api-client';

const ROOT = join(__dirname, '../..');
const READY_WITHIN_MS = 60_000;
const RETRY_MS = 250;

export const PROCESSES = ['postgres', 'temporal', 'worker', 'api'] as const;
export type ProcessName = (typeof PROCESSES)[number];

/**
 * Everything as it ships, on a PostgreSQL that flushes to disk. What ends is started again, as `lotse up` does and as often as
 * it takes; a fault may ask for a pause before that.
 */
export class Installation {
  readonly #pauses = new Map<string, number>();
  readonly #reviving = new Set<string>();
  readonly #waiters = new Map<string, (() => void)[]>();
  /** Processes that ended though nobody had struck them. */
  readonly unplanned: string[] = [];
  #isClosing = false;

  private constructor(
    readonly services: Services,
    readonly home: string,
    readonly masterKey: MasterKey,
    readonly token: string,
    private readonly ports: Readonly<Record<'api' | 'worker', number>>,
  ) {
    services.onExit((name, reason) => this.#ended(name, reason));
  }

  static async start(home: string, tell: (what: string) => void): Promise<Installation> {
    const key = randomBytes(32).toString('base64');
    const token = randomBytes(32).toString('hex');
    const ports = { api: 0, worker: 0 };
    const services = await openServices({
      home,
      need: 'all',
      env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
      supervisor: {
        command: process.execPath,
        args: [built('libs/platform/src/services/supervisor.main.js')],
      },
      onProgress: tell,
      prepare: async (started) => {
        const common = { DATABASE_URL: started.databaseUrl, LOTSE_MASTER_KEY: key, LOTSE_HOME: home };
        const own = {
          api: { ...common, LOTSE_ADMINISTRATOR_TOKEN: token },
          worker: {
            ...common,
            TEMPORAL_ADDRESS: started.temporalAddress ?? '',
            TEMPORAL_NAMESPACE: started.namespace,
          },
        };
        // The api brings the database to its present shape.
        for (const name of ['api', 'worker'] as const) {
          ports[name] = await started.choosePort(name);
          await started.startChild(appSpec(home, name, ports[name], own[name]));
        }
      },
    });
    return new Installation(services, home, parseMasterKey(key), token, ports);
  }

  urlOf(app: 'api' | 'worker'): string {
    return `http://127.0.0.1:${this.ports[app]}`;
  }

  client(masterKey = this.masterKey): Promise<Client> {
    return connectTemporal({
      TEMPORAL_ADDRESS: this.services.temporalAddress ?? '',
      TEMPORAL_NAMESPACE: this.services.namespace,
      LOTSE_MASTER_KEY: masterKey,
    });
  }

  /** Ends a process with this signal and resolves when it is gone; it comes back after `downMs`. */
  async strike(name: ProcessName, signal: NodeJS.Signals, downMs: number): Promise<void> {
    const running = this.services.services.find((service) => service.name === name);
    if (running === undefined) return;
    this.#pauses.set(name, downMs);
    const gone = new Promise<void>((resolve) => {
      this.#waiters.set(name, [...(this.#waiters.get(name) ?? []), resolve]);
    });
    process.kill(running.pid, signal);
    await gone;
  }

  /** Whether all four run and both apps say that they are ready. */
  async isHealthy(): Promise<boolean> {
    const running = new Set(this.services.services.map(({ name }) => name));
    if (this.#reviving.size > 0 || !PROCESSES.every((name) => running.has(name))) return false;
    const ready = await Promise.all([isReady(this.urlOf('api')), isReady(this.urlOf('worker'))]);
    return ready.every(Boolean);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.services.close();
  }

  #ended(name: string, reason: string): void {
    const pause = this.#pauses.get(name);
    this.#pauses.delete(name);
    for (const resolve of this.#waiters.get(name) ?? []) resolve();
    this.#waiters.delete(name);
    if (this.#isClosing || name === 'supervisor' || this.#reviving.has(name)) return;
    if (pause === undefined) this.unplanned.push(`${name} (${reason})`);
    void this.#revive(name, pause ?? RETRY_MS);
  }

  async #revive(name: string, pauseMs: number): Promise<void> {
    this.#reviving.add(name);
    await sleep(pauseMs);
    while (!this.#isClosing) {
      try {
        await this.services.restartChild(name);
        break;
      } catch {
        // As long as what it needs is away; its log says what that was.
        await sleep(RETRY_MS);
      }
    }
    this.#reviving.delete(name);
  }
}

function built(file: string): string {
  const path = join(ROOT, 'dist', file);
  if (!existsSync(path)) throw new Error(`There is no ${path}. Build first: npm run build`);
  return path;
}

function appSpec(
  home: string,
  name: 'api' | 'worker',
  port: number,
  env: Readonly<Record<string, string>>,
): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', built(`apps/${name}/src/main.js`)],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: String(port), ...env },
    cwd: ROOT,
    readiness: { kind: 'http', url: `http://127.0.0.1:${port}/health/ready`, deadline: READY_WITHIN_MS },
    logFile: join(home, 'logs', `${name}.log`),
    port,
  };
}
