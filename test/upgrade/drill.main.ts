import { openServices, type Services } from '@lotse/platform';
import { sourceCommand } from '@lotse/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checker, readyWhenRead } from './checker';
import { cohort, recordLines } from './cohort';
import { importLines, startProgram, type Program } from './programs';
import { bringRelease, PRESENT } from './release';
import { recordRelease } from './record-release';

/** The code as it stood before every branch of a journey was built. */
const COMMIT = process.env.DRILL_COMMIT ?? '44b2be7';
const JOURNEYS = Number(process.env.DRILL_JOURNEYS ?? 500);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
/** So long nothing is told to anybody after the upgrade, and every clock of that time has to fire. */
const DAYS_AFTER = 45;

const began = Date.now();
const tell = (what: string): void =>
  void process.stdout.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}\n`);

const servicesOf = (home: string) =>
  openServices({
    home,
    need: 'all',
    timeSkipping: true,
    fsync: false,
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
  });

async function accepted(api: Program, lines: readonly object[]): Promise<number> {
  const answers = await importLines(api, lines);
  const refused = answers.filter(({ result }) => result !== 'accepted');
  if (refused.length > 0 || answers.length !== lines.length)
    throw new Error(
      `${answers.length} of ${lines.length} lines answered, ${refused.length} refused, first: ${JSON.stringify(refused[0])}`,
    );
  return answers.length;
}

/**
 * `npm run drill:upgrade`: journeys begun by an older release go on under the present code. `SEED` repeats it,
 * `DRILL_JOURNEYS` makes it smaller, `DRILL_RELEASE` names a folder that keeps the older release, `DRILL_RECORD` a folder
 * into which its rows and histories are written.
 */
async function main(): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const home = mkdtempSync(join(tmpdir(), 'lotse-drill-'));
  const release = process.env.DRILL_RELEASE ?? join(home, 'release');
  process.stdout.write(`Upgrade drill from ${COMMIT}, ${JOURNEYS} journeys, SEED=${SEED}\n`);
  /** What runs, so that it ends whatever happens. */
  const running: { stop(): Promise<void> }[] = [];
  const start = async (root: string, app: 'api' | 'worker', on: Services): Promise<Program> => {
    const program = await startProgram(root, app, home, on);
    running.unshift(program);
    return program;
  };
  const stopAll = async (): Promise<void> => {
    for (let part = running.shift(); part !== undefined; part = running.shift()) await part.stop();
  };
  const open = async (): Promise<Services> => {
    const services = await servicesOf(home);
    running.push({ stop: () => services.close() });
    return services;
  };
  try {
    bringRelease(COMMIT, release);
    tell('the older release is there');
    const journeys = cohort(JOURNEYS, SEED, today);
    let services = await open();
    const oldApi = await start(release, 'api', services);
    await start(release, 'worker', services);
    const lines = [
      ...recordLines(today),
      ...journeys.map(({ person }) => person),
      ...journeys.flatMap(({ before }) => before),
    ];
    tell(`the older release took ${await accepted(oldApi, lines)} lines`);
    const before = await readyWhenRead(services, JOURNEYS);
    tell(`its workflows run: ${before.stages}`);
    if (process.env.DRILL_RECORD !== undefined) await recordRelease(services, process.env.DRILL_RECORD);
    await stopAll();
    tell('stopped; the present code starts on the same data');

    services = await open();
    const api = await start(PRESENT, 'api', services);
    const worker = await start(PRESENT, 'worker', services);
    const checker = await Checker.open({ services, home, before, worker });
    running.unshift({ stop: () => checker.close() });
    tell(
      `renewed ${await checker.renewed()} journeys; ${await checker.waitsAlike()} workflows wait for what the present code says`,
    );
    tell(`${await checker.afterDays(DAYS_AFTER)} clocks fired in ${DAYS_AFTER} days, each once`);
    tell(
      `${await accepted(
        api,
        journeys.flatMap(({ after }) => after),
      )} commands went on from where the journeys stood`,
    );
    await checker.waitsAlike();
    tell(`${await checker.verified()}`);
    await stopAll();
    tell('upgrade drill passed');
  } finally {
    while (running.length > 0) await stopAll().catch(() => undefined);
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(
      `The upgrade drill failed (SEED=${SEED}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  })
  // The SDK's native core keeps the process alive.
  .finally(() => process.exit());
