import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { PROCESSES, type Installation } from './installation';
import type { Poison } from './poison';
import { Random } from './random';
import type { FaultKind, ScheduledFault } from './schedule';

/** What a blow may reach for. */
export interface Battlefield {
  readonly installation: Installation;
  readonly poison: Poison;
  /** Journeys under way at this moment. */
  readonly underWay: () => readonly string[];
}

type Blow = (field: Battlefield, fault: ScheduledFault) => Promise<void>;

/** Each resolves when it has struck, or when what it does for a while is over; recovery is counted from then. */
const BLOWS = {
  'worker-killed': ({ installation }, { downMs }) => installation.strike('worker', 'SIGKILL', downMs),
  'api-killed': ({ installation }, { downMs }) => installation.strike('api', 'SIGKILL', downMs),
  'temporal-killed': ({ installation }, { downMs }) => installation.strike('temporal', 'SIGKILL', downMs),
  'backend-killed': ({ installation }, { seed }) => killBackend(installation, new Random(seed)),
  // Immediate shutdown: nothing is written out, and the next start recovers from the log.
  'postgres-stopped': ({ installation }, { downMs }) => installation.strike('postgres', 'SIGQUIT', downMs),
  'everything-killed': async ({ installation }, { seed }) => {
    const random = new Random(seed);
    await Promise.all(
      random.shuffled(PROCESSES).map((name) => installation.strike(name, 'SIGKILL', random.whole(0, 3_000))),
    );
  },
  'temporal-errors': async ({ installation }, { downMs, seed }) => {
    writeErrors(installation.home, seed);
    await installation.strike('temporal', 'SIGKILL', 0);
    await sleep(downMs);
    writeErrors(installation.home, undefined);
    await installation.strike('temporal', 'SIGKILL', 0);
  },
  'temporal-away': async ({ installation }, { downMs }) => {
    await installation.strike('temporal', 'SIGTERM', downMs);
    await sleep(downMs);
  },
  poison: ({ poison, underWay }, { seed }) => poison.give(() => new Random(seed).shuffled(underWay())),
} as const satisfies Record<FaultKind, Blow>;

export const strike = (field: Battlefield, fault: ScheduledFault): Promise<void> =>
  BLOWS[fault.kind](field, fault);

/** One process of PostgreSQL that serves somebody; its server then ends them all and recovers by itself. */
async function killBackend({ services }: Installation, random: Random): Promise<void> {
  const client = new Client({ connectionString: services.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY pid`,
  );
  const [victim] = random.shuffled(rows);
  if (victim !== undefined) process.kill(victim.pid, 'SIGKILL');
  await client.end().catch(() => undefined);
}

/** How often each error is put in the place of an answer of Temporal's own store; ExecuteAndTimeout does the work and denies it. */
const RATES = { Timeout: 0.03, ExecuteAndTimeout: 0.03, ShardOwnershipLost: 0.003, Unavailable: 0.02 };
const METHODS = ['CreateWorkflowExecution', 'UpdateWorkflowExecution', 'ConflictResolveWorkflowExecution'];

/** Temporal's seeded faults of its own store, in the file that the server reads when it starts (`temporal-config.ts`). */
function writeErrors(home: string, seed: number | undefined): void {
  const file = join(home, 'temporal', 'server.yaml');
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly persistence: { readonly datastores: { readonly default: { faultInjection?: object } } };
  };
  const store = config.persistence.datastores.default;
  delete store.faultInjection;
  if (seed !== undefined) {
    const methods = Object.fromEntries(
      METHODS.map((method, index) => [method, { seed: seed + index, errors: RATES }]),
    );
    store.faultInjection = { targets: { dataStores: { ExecutionStore: { methods } } } };
  }
  writeFileSync(file, JSON.stringify(config, null, 2), { mode: 0o600 });
}
