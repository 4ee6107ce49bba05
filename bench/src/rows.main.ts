import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJourneys, type Journeys } from '@lotse/journeys';
import { createDataSource, createStores, migrate } from '@lotse/persistence';
import { createKeyring, openServices, parseMasterKey } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { sourceCommand } from '@lotse/testing';
import { beginning, recordLines, TODAY } from './workload';

/** `node --expose-gc -r ./libs/testing/run-source.js bench/src/rows.main.ts [rows]`: many rows through import and bulk, and their memory. */
const ROWS = Number(process.argv[2] ?? 5000);
const ids = Array.from({ length: ROWS }, (_, index) => `j${String(index).padStart(5, '0')}`);
const mebibytes = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
};
const residentMebibytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

/** Takes all answers; prints rows a second and memory at start, middle and end. */
async function measured(name: string, answers: AsyncIterable<{ readonly result: string }>): Promise<void> {
  const results = new Map<string, number>();
  const points = [`start ${mebibytes()}/${residentMebibytes()}`];
  const begun = performance.now();
  let taken = 0;
  for await (const { result } of answers) {
    taken += 1;
    results.set(result, (results.get(result) ?? 0) + 1);
    if (taken === Math.floor(ROWS / 2)) points.push(`middle ${mebibytes()}/${residentMebibytes()}`);
  }
  points.push(`end ${mebibytes()}/${residentMebibytes()}`);
  const rate = Math.round((taken / (performance.now() - begun)) * 1000);
  const counted = [...results].map(([result, count]) => `${count} ${result}`).join(', ');
  process.stdout.write(`${name}: ${rate} rows/s, ${counted}; heap/RSS in MiB: ${points.join(', ')}\n`);
}

async function* linesOf(objects: Iterable<object>): AsyncGenerator<string> {
  for (const line of objects) yield await Promise.resolve(`${JSON.stringify(line)}\n`);
}

function* commands(step: number): Generator<{ id: string; journey: string; happenedOn: string }> {
  for (const journey of ids) {
    const body = beginning(journey)[step];
    if (body !== undefined) yield { id: `${journey}.${step}`, journey, ...body, happenedOn: TODAY };
  }
}

async function run(journeys: Journeys): Promise<void> {
  const importer = { submittedBy: 'administrator' };
  await measured('import of people', journeys.importLines(linesOf(recordLines(ids)), importer));
  const nominations = [...commands(0)].map((command) => ({ type: 'command', ...command }));
  await measured('import of nominations', journeys.importLines(linesOf(nominations), importer));
  const options = { sender: { submittedBy: 'coordinator-1' }, batch: 'consents' };
  const bodies = () => commands(1) as Iterable<never>;
  await measured('bulk, dry run', journeys.bulk(bodies(), { ...options, dryRun: true }));
  await measured('bulk', journeys.bulk(bodies(), options));
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-rows-'));
  const services = await openServices({
    home,
    need: 'database',
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
  });
  try {
    await migrate(services.databaseUrl);
    const dataSource = await createDataSource(services.databaseUrl, { scope: EVERYTHING }).initialize();
    const keyring = createKeyring(parseMasterKey(Buffer.alloc(32, 7).toString('base64')));
    await run(
      createJourneys({ stores: createStores(dataSource), keyring, clock: { now: () => new Date() } }),
    );
    await dataSource.destroy();
  } finally {
    await services.close();
    rmSync(home, { recursive: true, force: true });
  }
}

void main();
