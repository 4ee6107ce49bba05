import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addDays, FIGURE_CATALOGUE, INDICATORS, type Dimension } from '@lotse/domain';
import { createJourneys, type Journeys } from '@lotse/journeys';
import {
  createDataSource,
  createFigureStore,
  createOwnerDataSource,
  createSheetReader,
  createStores,
  migrate,
} from '@lotse/persistence';
import { createKeyring, openServices, parseMasterKey } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import type { FigureStore } from '@lotse/reports';
import { sourceCommand } from '@lotse/testing';
import type { DataSource } from 'typeorm';
import { generate } from '../../../apps/cli/src/generate/generate';
import { measureDoorCost, type DoorCost } from './door-cost';
import { timed, type Spread } from './timed';

const PROGRAMME = 'bench';
const FOUR: readonly Dimension[] = ['university', 'gender', 'age-band', 'country'];
const ROUNDS = 30;
const SLOW_ROUNDS = 4;

/** Everything measured of figures; milliseconds. */
export interface FigureResults {
  readonly journeys: number;
  readonly facts: number;
  readonly changes: number;
  readonly generatedInSeconds: number;
  readonly rows: readonly (readonly [what: string, goal: number | undefined, spread: Spread])[];
  readonly streamed: { readonly units: number; readonly ms: number; readonly grownMiB: number };
  readonly door: DoorCost;
}

const SHEET = [...INDICATORS.values()].filter(({ section }) => section === 'sheet').map(({ key }) => key);

async function measureReads(
  figures: FigureStore,
  owner: DataSource,
  today: string,
): Promise<FigureResults['rows']> {
  const now = `${addDays(today, 1)}T00:00:00Z`;
  let round = 0;
  const day = (): string => addDays(today, -((round += 37) % 1900));
  const moment = (back = 0) => {
    const asOf = day();
    return { asOf, knownAt: back === 0 ? now : `${addDays(asOf, back)}T12:00:00Z` };
  };
  const ask = (indicators: readonly string[], by: readonly Dimension[], back?: number) => () =>
    figures.cells({ programme: PROGRAMME, moment: moment(back), indicators, by });
  const plain = (text: string) => async (): Promise<void> => {
    await owner.query(text, [PROGRAMME, day()]);
  };
  const sheets = createSheetReader(owner);
  return [
    ['whole sheet, today’s knowledge', 50, await timed(ROUNDS, ask(SHEET, []))],
    ['nominated by 4 dimensions, today’s knowledge', 50, await timed(ROUNDS, ask(['nominated'], FOUR))],
    [
      'contracts by 4 dimensions, today’s knowledge',
      50,
      await timed(ROUNDS, ask(['contractsPrepared'], FOUR)),
    ],
    ['work months by 4 dimensions, today’s knowledge', 50, await timed(ROUNDS, ask(['workMonths'], FOUR))],
    [
      'work months by cohort, gender, age band, country',
      50,
      await timed(ROUNDS, ask(['workMonths'], ['cohort', 'gender', 'age-band', 'country'])),
    ],
    [
      'contracts by company, stage, gender, country',
      undefined,
      await timed(ROUNDS, ask(['contractsPrepared'], ['company', 'stage', 'gender', 'country'])),
    ],
    ['whole sheet, older knowledge', 300, await timed(ROUNDS, ask(SHEET, [], 20))],
    [
      'contracts by 4 dimensions, older knowledge',
      300,
      await timed(ROUNDS, ask(['contractsPrepared'], FOUR, 20)),
    ],
    [
      'peer: plain GROUP BY over the facts, by 4 dimensions’ worth of keys',
      undefined,
      await timed(
        SLOW_ROUNDS,
        plain(`SELECT data->>'university', data->>'agreement', kind, actor_role, count(DISTINCT person) FROM fact
          WHERE programme = $1 AND happened_on <= $2 GROUP BY 1, 2, 3, 4`),
      ),
    ],
    [
      'peer: sequential scan of the facts',
      undefined,
      await timed(
        SLOW_ROUNDS,
        plain(`SELECT count(*) FROM fact WHERE programme || '' = $1 AND happened_on + 0 <= $2::date`),
      ),
    ],
    [
      'the recount: SQL of the sheet over the facts',
      undefined,
      await timed(2, async () => {
        await sheets.sheet({ programme: PROGRAMME, asOf: day() });
      }),
    ],
  ];
}

async function measureStream(figures: FigureStore, today: string): Promise<FigureResults['streamed']> {
  // Without a collection the heap grows by what nobody holds any more.
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage().heapUsed;
  const begun = performance.now();
  let units = 0;
  let most = before;
  const moment = { asOf: today, knownAt: `${addDays(today, 1)}T00:00:00Z` };
  for await (const unit of figures.units({ programme: PROGRAMME, moment, indicator: 'nominated' })) {
    units += Number(unit.facts.length > 0);
    if (units % 500 !== 0) continue;
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed);
    if (units === 10_000) break;
  }
  return { units, ms: performance.now() - begun, grownMiB: (most - before) / 2 ** 20 };
}

async function fill(
  journeys: Journeys,
  wanted: number,
  today: string,
  tell: (what: string) => void,
): Promise<number> {
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
  return (performance.now() - begun) / 1000;
}

/** Generates the programme on a PostgreSQL of its own and measures what figures cost to read and to keep. */
export async function figuresBench(wanted: number, tell: (what: string) => void): Promise<FigureResults> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-figures-'));
  const services = await openServices({
    home,
    need: 'database',
    env: { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined },
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
    onProgress: tell,
  });
  try {
    await migrate(services.databaseUrl);
    const database = await createDataSource(services.databaseUrl, { scope: EVERYTHING }).initialize();
    const owner = await createOwnerDataSource(services.databaseUrl).initialize();
    const keyring = createKeyring(parseMasterKey(Buffer.alloc(32, 7).toString('base64')));
    const clock = { now: () => new Date() };
    const journeys = createJourneys({ stores: createStores(database), keyring, clock });
    const today = new Date().toISOString().slice(0, 10);
    const generatedInSeconds = await fill(journeys, wanted, today, tell);
    tell('Folding months, analysing');
    await journeys.refreshFigures();
    await owner.query('VACUUM ANALYZE');
    const [counts] = await owner.query<{ facts: number; changes: number }[]>(
      'SELECT (SELECT count(*)::int FROM fact) AS facts, (SELECT count(*)::int FROM figure_change) AS changes',
    );
    const figures = createFigureStore(database, FIGURE_CATALOGUE);
    tell('Reading');
    const rows = await measureReads(figures, owner, today);
    const streamed = await measureStream(figures, today);
    tell('The cost of a command');
    const door = await measureDoorCost(services.databaseUrl, keyring, today);
    await Promise.all([database.destroy(), owner.destroy()]);
    return {
      journeys: wanted,
      facts: counts?.facts ?? 0,
      changes: counts?.changes ?? 0,
      generatedInSeconds,
      rows,
      streamed,
      door,
    };
  } finally {
    await services.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
