import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { writeWithoutFigures } from './figures/figures-section';
import { runFigures } from './figures/run-figures';
import { closeConnections, post, type Target } from './http-client';
import { together, type Load } from './measure/closed-loop';
import { Journeys, measureDoor } from './measure/door';
import { measureLimit } from './measure/limit';
import { measureWorkflows } from './measure/workflows';
import { page, report } from './report';
import { goalsOf, type Results } from './results';
import { newSecrets, startInstallation } from './system/installation';
import { CpuWatch } from './system/processes';
import { recordLines } from './workload';

const CLIENTS = [1, 16, 64];
const ROUNDS = 2;
const ROUND_SECONDS = 3;
/** The whole run is given up after this time. */
const DEADLINE_MS = 6 * 60_000;
/** More than the fastest machine we know takes in the time. */
const JOURNEYS = 6_000;

const tell = (what: string): void => void process.stderr.write(`${what}\n`);

async function importRecords(target: Target, journeys: readonly string[]): Promise<void> {
  const lines = recordLines(journeys)
    .map((line) => JSON.stringify(line))
    .join('\n');
  const { status, body } = await post(target, '/api/v1/imports', `${lines}\n`, 'application/x-ndjson');
  const refused = body.split('\n').find((line) => line.includes('"refused"'));
  if (status !== 200 || refused !== undefined)
    throw new Error(`The records were not taken: ${status} ${refused ?? body.slice(0, 500)}`);
}

async function limits(databaseUrl: string): Promise<Load[]> {
  const loads: Load[] = [];
  for (const clients of CLIENTS) loads.push(await measureLimit(databaseUrl, clients, 2));
  return loads;
}

/** Both systems in turns, so that what disturbs the machine disturbs both. */
async function doors(systems: readonly Target[], journeys: Journeys): Promise<ReadonlyMap<string, Load[]>> {
  const found = new Map<string, Load[]>(systems.map(({ name }) => [name, []]));
  for (const target of systems) await measureDoor(target, journeys, 4, 2);
  for (const clients of CLIENTS) {
    const rounds = new Map<string, Load[]>(systems.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const target of systems)
        rounds.get(target.name)?.push(await measureDoor(target, journeys, clients, ROUND_SECONDS));
    for (const { name } of systems) found.get(name)?.push(together(rounds.get(name) ?? []));
  }
  return found;
}

async function versionOf(databaseUrl: string): Promise<string> {
  const connection = new Client({ connectionString: databaseUrl });
  await connection.connect();
  const { rows } = await connection.query<{ server_version: string }>('SHOW server_version');
  await connection.end();
  return rows[0]?.server_version ?? 'unknown';
}

async function measure(home: string): Promise<Results> {
  const watch = new CpuWatch();
  const secrets = newSecrets(home);
  const first = await startInstallation(secrets, tell);
  const { services, lotse, naive } = first;
  const ids = Array.from({ length: JOURNEYS }, (_unused, index) => `j${index + 1}`);
  const journeys = new Journeys(ids);
  tell('Importing the records');
  await importRecords(lotse, ids);
  tell('The limit of this database');
  const limitFirst = await limits(services.databaseUrl);
  tell('The door beside the naive pick');
  await services.stopChild('worker');
  const loads = await doors([naive, lotse], journeys);
  const limitLast = await limits(services.databaseUrl);
  await services.restartChild('worker');
  const driven = await measureWorkflows(first, journeys, tell);
  const postgres = await versionOf(services.databaseUrl);
  const { others } = watch;
  tell('Cold start');
  await services.close();
  const second = await startInstallation(secrets, tell);
  await second.services.close();
  const [cpu] = cpus();
  return {
    ...driven,
    conditions: {
      machine: `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
      node: process.versions.node,
      postgres,
      on: new Date().toISOString().slice(0, 10),
      others,
    },
    limitFirst,
    limitLast,
    naive: loads.get(naive.name) ?? [],
    door: loads.get(lotse.name) ?? [],
    firstStartMs: first.startedInMs,
    coldStartMs: second.startedInMs,
  };
}

/** Prints the figures; `--write` keeps them in docs/benchmarks.md. Exit code 3 when a goal was missed. */
async function main(): Promise<void> {
  const timer = setTimeout(() => {
    tell(`The bench did not end within ${DEADLINE_MS / 60_000} minutes`);
    process.exit(1);
  }, DEADLINE_MS);
  const home = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  try {
    const results = await measure(home);
    process.stdout.write(`${report(results)}\n`);
    if (process.argv.includes('--write')) writeWithoutFigures(page(results));
    if (goalsOf(results).some(({ met, aim }) => !met && !aim)) process.exitCode = 3;
  } finally {
    clearTimeout(timer);
    closeConnections();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const run = process.argv[2] === 'figures' ? runFigures : main;

run().catch((error: unknown) => {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  // What it started ends with it.
  process.exit(1);
});
