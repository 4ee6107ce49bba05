import { readFileSync } from 'node:fs';
import { createJourneys, type JourneyStore, type KeyringPort } from '@lotse/journeys';
import { createDataSource, createStores } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import type { DataSource } from 'typeorm';
import { generated } from '../../../apps/cli/src/generate/generate';

/** Milliseconds a command: of this process, of PostgreSQL's backend, and from call to answer. */
export interface Cost {
  readonly node: number;
  readonly postgres: number;
  readonly wall: number;
}

export interface DoorCost {
  readonly commands: number;
  readonly without: Cost;
  readonly withFigures: Cost;
}

/** The same store, but nothing of figures is read or written: what commands cost before there were any. */
const withoutFigures = (journeys: JourneyStore): JourneyStore => ({
  ...journeys,
  transact: (work) =>
    journeys.transact((transaction) =>
      work({
        ...transaction,
        findCounted: async (lookUp) => ({
          found: await transaction.find(lookUp),
          counted: { programme: '', person: '', facts: [], traits: [], shape: 'none' },
        }),
      }),
    ),
});

const TICK_MS = 10;

/** Processor time of a process so far, from the kernel. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

const PEOPLE = 12;
const TURNS = 2;

async function give(
  database: DataSource,
  keyring: KeyringPort,
  withIt: boolean,
  { run, part }: { readonly run: string; readonly part: number },
  today: string,
): Promise<Cost & { readonly commands: number }> {
  const stores = createStores(database);
  const clock = { now: () => new Date() };
  const journeys = createJourneys({
    stores: withIt ? stores : { ...stores, journeys: withoutFigures(stores.journeys) },
    keyring,
    clock,
  });
  const { network, people } = generated({
    programme: `door-${run}-${part}`,
    journeys: PEOPLE,
    seed: part >> 1,
    today,
  });
  const lines = [...network, ...people.map(({ record }) => record)].map(
    (line) => `${JSON.stringify(line)}\n`,
  );
  async function* source(): AsyncGenerator<string> {
    yield* lines;
  }
  for await (const _ of journeys.importLines(source(), { submittedBy: 'administrator' })) continue;
  const [backend] = await database.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  const before = {
    node: process.cpuUsage(),
    postgres: processorMs(backend?.pid ?? 0),
    wall: performance.now(),
  };
  let commands = 0;
  for (const { commands: given } of people)
    for (const command of given.commands) {
      await journeys.submit(command, { submittedBy: 'administrator', imported: true });
      commands += 1;
    }
  const { user, system } = process.cpuUsage(before.node);
  return {
    commands,
    node: (user + system) / 1000,
    postgres: processorMs(backend?.pid ?? 0) - before.postgres,
    wall: performance.now() - before.wall,
  };
}

/** Gives the same commands with and without figures in turns, over one connection. */
export async function measureDoorCost(url: string, keyring: KeyringPort, today: string): Promise<DoorCost> {
  const database = await createDataSource(url, { scope: EVERYTHING, poolSize: 1 }).initialize();
  // A kept database knows the programmes of earlier runs.
  const run = Date.now().toString(36);
  const sums = [false, true].map(() => ({ commands: 0, node: 0, postgres: 0, wall: 0 }));
  try {
    for (let part = -2; part < TURNS * 2; part += 1) {
      const withIt = Math.abs(part) % 2 === 1;
      const cost = await give(database, keyring, withIt, { run, part: part + 2 }, today);
      const sum = sums[Number(withIt)];
      if (part < 0 || sum === undefined) continue;
      for (const field of ['commands', 'node', 'postgres', 'wall'] as const) sum[field] += cost[field];
    }
  } finally {
    await database.destroy();
  }
  const [without, withFigures] = sums.map(({ commands, node, postgres, wall }) => ({
    node: node / commands,
    postgres: postgres / commands,
    wall: wall / commands,
  }));
  if (without === undefined || withFigures === undefined) throw new Error('Nothing was measured');
  return { commands: sums[1]?.commands ?? 0, without, withFigures };
}
