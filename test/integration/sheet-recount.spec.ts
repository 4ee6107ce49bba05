import type { Sheet } from '@lotse/domain';
import fc from 'fast-check';
import { someDay, someInstant, someRows } from './sheet/random-rows';
import { recount } from './sheet/recount';
import { referenceRows } from './sheet/reference-rows';
import { openSheetDatabase, type SheetDatabase } from './sheet/sheet-database';

const counted = ({
  asOf: _asOf,
  runtimeDays: _runtime,
  partners: _partners,
  materials: _materials,
  ...sheet
}: Sheet): object => {
  const { interviews, units, ...numbers } = sheet;
  return {
    ...numbers,
    ...units,
    interviewsCompany: interviews.company,
    interviewsStudent: interviews.student,
    interviewsUniversity: interviews.university,
  };
};

describe('the sheet counted twice', () => {
  let database: SheetDatabase;

  beforeAll(async () => {
    database = await openSheetDatabase();
  });
  afterAll(() => database.close());

  it('is the same by SQL and by plain loops, whatever lies on record', async () => {
    await fc.assert(
      fc.asyncProperty(
        someRows,
        fc.array(fc.tuple(someDay, someInstant), { minLength: 3, maxLength: 3 }),
        async (rows, moments) => {
          await database.holds(rows);
          for (const [asOf, knownAt] of moments)
            expect(counted(await database.sheet(asOf, knownAt))).toEqual(
              recount(rows, 'prog', asOf, knownAt),
            );
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is the same for the reference cohort on every month end', async () => {
    const rows = referenceRows();
    await database.holds(rows);
    for (let month = 0; month < 24; month += 1) {
      const asOf = new Date(Date.UTC(2023, 9 + month, 0)).toISOString().slice(0, 10);
      const known = '2026-01-01T12:00:00Z';
      expect(counted(await database.sheet(asOf, known))).toEqual(recount(rows, 'kg-glass-2023', asOf, known));
    }
  });

  it('never counts a person that no journey outside void has', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, someDay, someInstant, async (rows, asOf, knownAt) => {
        await database.holds(rows);
        const journeys = new Map(rows.facts.map(({ journey, person }) => [journey, person]));
        const gone = new Set(
          rows.facts
            .filter(({ kind, recordedAt }) => kind === 'void' && recordedAt <= knownAt)
            .map(({ journey }) => journey),
        );
        const persons = [...journeys].filter(([journey]) => !gone.has(journey)).map(([, person]) => person);
        const { units } = await database.sheet(asOf, knownAt);
        const { companies: _companies, ...sets } = units;
        expect(persons).toEqual(expect.arrayContaining([...new Set(Object.values(sets).flat())]));
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
