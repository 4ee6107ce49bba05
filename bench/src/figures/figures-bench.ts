import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addDays, FIGURE_CATALOGUE, INDICATORS, type Dimension } from '@lotse/domain';
import {
  createDataSource,
  createFigureStore,
  createOwnerDataSource,
  createSheetReader,
} from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import type { FigureStore } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { CpuWatch } from '../system/processes';
import { measureDoorCost, type DoorCost } from './door-cost';
import { PROGRAMME, type FiguresHome, type Generated } from './figures-home';
import { sheetFiles } from './sheet-files';
import { timed, type Spread } from './timed';

const FOUR: readonly Dimension[] = ['university', 'gender', 'age-band', 'country'];
const PLACES: readonly Dimension[] = ['stage', 'company', 'gender', 'country'];
/** Days back that are asked for: the programme began before all of them. */
const DAYS = 1000;
const ROUNDS = 30;
const FILE_ROUNDS = 5;
const SLOW_ROUNDS = 4;

/** Everything measured of figures; milliseconds. */
export interface FigureResults {
  readonly generated: Generated;
  readonly facts: number;
  readonly changes: number;
  /** Cores that other processes kept busy while figures were read. */
  readonly others: number;
  readonly rows: readonly (readonly [what: string, goal: number | undefined, spread: Spread])[];
  readonly streamed: { readonly units: number; readonly ms: number; readonly grownMiB: number };
  readonly door: DoorCost;
}

const SHEET = [...INDICATORS.values()].filter(({ section }) => section === 'sheet').map(({ key }) => key);

async function measureReads(
  figures: FigureStore,
  owner: DataSource,
  file: ReturnType<typeof sheetFiles>,
  today: string,
): Promise<FigureResults['rows']> {
  const now = `${addDays(today, 1)}T00:00:00Z`;
  let round = 0;
  const day = (): string => addDays(today, -((round += 37) % DAYS));
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
    ['nominated by stage, company, gender, country', 50, await timed(ROUNDS, ask(['nominated'], PLACES))],
    [
      'contracts by stage, company, gender, country',
      50,
      await timed(ROUNDS, ask(['contractsPrepared'], PLACES)),
    ],
    ['work months by stage, company, gender, country', 50, await timed(ROUNDS, ask(['workMonths'], PLACES))],
    ['whole sheet, older knowledge', 300, await timed(ROUNDS, ask(SHEET, [], 20))],
    [
      'contracts by 4 dimensions, older knowledge',
      300,
      await timed(ROUNDS, ask(['contractsPrepared'], FOUR, 20)),
    ],
    [
      'contracts by stage, company, gender, country, older knowledge',
      300,
      await timed(ROUNDS, ask(['contractsPrepared'], PLACES, 20)),
    ],
    [
      'work months by stage, company, gender, country, older knowledge',
      300,
      await timed(ROUNDS, ask(['workMonths'], PLACES, 20)),
    ],
    ['the sheet as PDF', 5000, await timed(FILE_ROUNDS, () => file('pdf', day()))],
    ['the sheet as XLSX', 5000, await timed(FILE_ROUNDS, () => file('xlsx', day()))],
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

/** Measures what figures of a generated programme cost to read and to keep. */
export async function figuresBench(home: FiguresHome, tell: (what: string) => void): Promise<FigureResults> {
  const { databaseUrl, keyring, generated } = home;
  const database = await createDataSource(databaseUrl, { scope: EVERYTHING }).initialize();
  const owner = await createOwnerDataSource(databaseUrl).initialize();
  try {
    await owner.query('VACUUM ANALYZE');
    const [counts] = await owner.query<{ facts: number; changes: number }[]>(
      'SELECT (SELECT count(*)::int FROM fact) AS facts, (SELECT count(*)::int FROM figure_change) AS changes',
    );
    const figures = createFigureStore(database, FIGURE_CATALOGUE);
    tell('Reading');
    const watch = new CpuWatch();
    const rows = await measureReads(figures, owner, sheetFiles(database, keyring), generated.today);
    const { others } = watch;
    const streamed = await measureStream(figures, generated.today);
    tell('The cost of a command');
    const door = await measureDoorCost(databaseUrl, keyring, generated.today);
    return {
      generated,
      facts: counts?.facts ?? 0,
      changes: counts?.changes ?? 0,
      others,
      rows,
      streamed,
      door,
    };
  } finally {
    await Promise.all([database.destroy(), owner.destroy()]);
  }
}
