import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInBerlin, FIGURE_CATALOGUE, type Day } from '@lotse/domain';
import { createJourneys, type Journeys } from '@lotse/journeys';
import { createDataSource, createStores, migrate } from '@lotse/persistence';
import { createKeyring, openServices, parseMasterKey } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { sourceCommand } from '@lotse/testing';
import type { DataSource } from 'typeorm';
import { generate } from '../../../apps/cli/src/generate/generate';

export const PROGRAMME = 'bench';

/** How the programme was made; kept beside it in its folder. */
export interface Generated {
  readonly journeys: number;
  readonly today: Day;
  readonly seconds: number;
  /** The machine's load of five minutes at the end. */
  readonly load: number;
}

/** A PostgreSQL of its own that holds the generated programme. */
export interface FiguresHome {
  readonly databaseUrl: string;
  readonly keyring: ReturnType<typeof createKeyring>;
  readonly generated: Generated;
  close(): Promise<void>;
}

async function fill(
  journeys: Journeys,
  wanted: number,
  today: Day,
  tell: (what: string) => void,
): Promise<Generated> {
  const begun = performance.now();
  const report = await generate(
    journeys,
    { programme: PROGRAMME, journeys: wanted, seed: 1, today },
    (persons) => {
      if (persons % 500 === 0) tell(`${persons} of ${wanted} journeys`);
    },
    tell,
  );
  if (report.refused > 0) throw new Error(`${report.refused} generated commands were refused`);
  return { journeys: wanted, today, seconds: (performance.now() - begun) / 1000, load: loadavg()[1] ?? 0 };
}

/** A round makes the rows of some persons: until everybody's are of the present catalogue. */
async function refresh(journeys: Journeys, database: DataSource): Promise<void> {
  for (;;) {
    await journeys.refreshFigures();
    const [state] = await database.query<{ shape: string | null }[]>(
      'SELECT shape FROM figure_fold WHERE programme = $1',
      [PROGRAMME],
    );
    if (state?.shape === FIGURE_CATALOGUE.shape) return;
  }
}

/**
 * @param folder keeps the programme for a later run, which finds it there and generates nothing; without one it is gone at the end
 * @throws Error when the folder holds a programme of another size
 */
export async function openFiguresHome(
  wanted: number,
  folder: string | undefined,
  tell: (what: string) => void,
): Promise<FiguresHome> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'lotse-figures-'));
  const note = join(home, 'generated.json');
  const before = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Generated) : undefined;
  if (before !== undefined && before.journeys !== wanted)
    throw new Error(
      `${home} holds ${before.journeys} journeys, not ${wanted}: ask for those, or for another folder`,
    );
  const services = await openServices({
    home,
    need: 'database',
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
    onProgress: tell,
  });
  const close = async (): Promise<void> => {
    await services.close();
    if (folder === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const keyring = createKeyring(parseMasterKey(Buffer.alloc(32, 7).toString('base64')));
  try {
    await migrate(services.databaseUrl);
    const database = await createDataSource(services.databaseUrl, { scope: EVERYTHING }).initialize();
    const clock = { now: () => new Date() };
    const journeys = createJourneys({ stores: createStores(database), keyring, clock });
    const generated = before ?? (await fill(journeys, wanted, dayInBerlin(clock.now()), tell));
    writeFileSync(note, JSON.stringify(generated));
    tell('Making rows of the present catalogue, folding months');
    await refresh(journeys, database);
    await database.destroy();
    return { databaseUrl: services.databaseUrl, keyring, generated, close };
  } catch (error) {
    await close();
    throw error;
  }
}
