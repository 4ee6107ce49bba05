import { FIGURE_CATALOGUE, fractionText, INDICATORS } from '@lotse/domain';
import { createCountedSheetReader, createFigureStore, createSheetReader } from '@lotse/persistence';
import type { FigureStore } from '@lotse/reports';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from '../journeys/journeys-database';

const PROGRAMME = 'kg-glass-2023';
const EVER = '2099-01-01T00:00:00Z';

type ExpectedSheet = Record<string, unknown> & { asOf: string; knownAt?: string };
const SHEETS = (
  JSON.parse(
    readFileSync(join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.expected.json'), 'utf8'),
  ) as { sheets: ExpectedSheet[] }
).sheets;

describe('figures of the reference cohort, from the changes that its commands left', () => {
  let database: JourneysDatabase;
  let figures: FigureStore;

  const drained = async (rows: AsyncGenerator<unknown, unknown>): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const row of rows) found.push(row);
    return found;
  };

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
    figures = createFigureStore(database.application, FIGURE_CATALOGUE);
  });
  afterAll(() => database.close());

  it('are what a recount from all facts gives', async () => {
    expect(await drained(database.journeys.verifyFigures())).toEqual([]);
  });

  it.each([['before any month was folded'], ['after']])(
    'are those of the original project, %s',
    async (when) => {
      if (when === 'after') await database.journeys.refreshFigures();
      for (const { asOf, ...sheet } of SHEETS) {
        const keys = Object.keys(sheet).filter(
          (key) => INDICATORS.has(key) && typeof sheet[key] !== 'object',
        );
        const cells = await figures.cells({
          programme: PROGRAMME,
          moment: { asOf, knownAt: EVER },
          indicators: keys,
        });
        const shown = cells.map(({ indicator, value }) => [indicator, fractionText(value)]);
        expect([asOf, ...shown]).toEqual([asOf, ...keys.map((key) => [key, String(sheet[key])])]);
      }
    },
  );

  it('make the sheet that a recount of all facts makes, for the knowledge of today and of then', async () => {
    const counted = createCountedSheetReader(database.application, FIGURE_CATALOGUE);
    const recount = createSheetReader(database.application);
    for (const { asOf } of SHEETS)
      for (const knownAt of [EVER, `${asOf}T12:00:00Z`]) {
        const query = { programme: PROGRAMME, asOf, knownAt };
        expect(await counted.sheet(query)).toEqual(await recount.sheet(query));
      }
  });

  it('are as long as their lists, and sum over every split', async () => {
    const moment = { asOf: SHEETS.at(-1)?.asOf ?? '2025-06-30', knownAt: EVER };
    for (const { key, rule, splits } of INDICATORS.values()) {
      if ('ratio' in rule || 'days' in rule) continue;
      const question = { programme: PROGRAMME, moment };
      const [whole] = await figures.cells({ ...question, indicators: [key] });
      const units = [];
      for await (const unit of figures.units({ ...question, indicator: key })) units.push(unit);
      expect([key, whole?.units]).toEqual([key, units.length]);
      expect(units.filter(({ facts }) => facts.length === 0)).toEqual([]);
      for (const dimension of splits) {
        const cells = await figures.cells({ ...question, indicators: [key], by: [dimension] });
        const sum = cells.reduce((total, { units: some }) => total + some, 0);
        expect([key, dimension, sum]).toEqual([key, dimension, units.length]);
      }
    }
  });
});
