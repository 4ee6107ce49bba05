import { explainFigure, type FigureUnits, type Sheet, type SheetReader } from '@lotse/domain';
import { createSheetReader } from '@lotse/persistence';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';
import { expectedSheets } from './sheet/reference-rows';

describe('the sheet of the imported reference cohort', () => {
  let database: JourneysDatabase;
  let reader: SheetReader;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
    reader = createSheetReader(database.dataSource, () => database.clock.now());
  });
  afterAll(() => database.close());

  async function sheetOf(asOf: string): Promise<Sheet> {
    const answer = await reader.sheet({ asOf });
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value.sheet;
  }

  async function unitsOf(figure: string, asOf: string): Promise<FigureUnits> {
    const answer = await reader.units({ figure, asOf });
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value;
  }

  it.each(expectedSheets().map((sheet) => [sheet.asOf, sheet] as const))(
    'has every figure of the original as of %s',
    async (asOf, expected) => {
      const { recommended, partners, materials, ...sheet } = await sheetOf(asOf);
      expect(sheet).toEqual(expected);
      expect(recommended).toBe(expected.units.recommended.length);
      expect(Object.values(partners).flat()).toHaveLength(7);
      expect(Object.keys(materials)).toHaveLength(asOf < '2024-06-01' ? 0 : 4);
    },
  );

  it('names the cooperation partners by kind, the universities as one, and materials by kind', async () => {
    const { partners, materials } = await sheetOf('2025-06-30');
    expect(partners).toEqual({
      alliance: ['partner-skilled-worker-alliance'],
      authority: [
        'partner-economic-development-office',
        'partner-immigration-information-centre',
        'partner-migration-office',
      ],
      chamber: ['partner-chamber-of-crafts', 'partner-chamber-of-industry-and-commerce'],
      university: ['universities'],
    });
    expect(materials).toEqual({ course: 1, presentation: 1, website: 1, workshop: 1 });
  });

  it('explains the contracts prepared by 31 January 2025 with exactly six people and their drafts', async () => {
    const explained = await unitsOf('contractsPrepared', '2025-01-31');
    const { shown, units } = explainFigure(explained);
    expect(shown).toBe('6');
    expect(units).toEqual(
      ['2025-01-20', '2025-01-22', '2025-01-24', '2025-01-26', '2025-01-28', '2025-01-30'].map(
        (day, index) => ({
          unit: `p0${index + 1}`,
          detail: '',
          evidence: [
            expect.stringMatching(
              new RegExp(`^prepare-contract on ${day}, j0${index + 1} command c\\d+: ct-j0`),
            ),
          ],
        }),
      ),
    );
  });

  it('lists as many units behind every figure as the sheet shows', async () => {
    const sheet = await sheetOf('2025-06-30');
    const counts = {
      ...sheet,
      'interviews.student': sheet.interviews.student,
      partners: 7,
      materials: 4,
    };
    for (const figure of [
      'students',
      'companies',
      'sites',
      'universities',
      'institutes',
      'trainingCampuses',
      'commitmentsSigned',
      'contractsPrepared',
      'recommended',
      'recommendedAndContractPrepared',
      'delegationTrips',
      'workingDaysAbroad',
      'companiesIntendingTakeover',
      'companiesCommitted',
      'companiesInterested',
      'regionalPartnerships',
      'interviews.student',
      'partners',
      'materials',
    ] as const) {
      const explained = await unitsOf(figure, '2025-06-30');
      expect([figure, explained.units.length, explained.value]).toEqual([
        figure,
        counts[figure],
        `${counts[figure]}`,
      ]);
      expect(explained.units.every(({ evidence }) => evidence.length > 0)).toBe(true);
    }
  });

  it('lists the work months person by month with the days behind each', async () => {
    const explained = await unitsOf('workMonths', '2025-06-30');
    expect(explained.value).toBe('75');
    expect(explained.units[0]).toMatchObject({
      unit: 'p01/2024-06',
      amount: '1',
      evidence: [{ command: 'c00025', workedDays: 20, plannedDays: 20, evidence: 'm-pl-j01-1-2024-06' }],
    });
  });
});
