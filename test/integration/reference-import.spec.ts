import { fold } from '@lotse/domain';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';

jest.setTimeout(240_000);

describe('importing the reference cohort', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
  });
  afterAll(() => database.close());

  it('accepts all 661 lines', async () => {
    const answers = await database.importText(referenceFile());
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
    expect(answers.map(({ line }) => line)).toEqual(Array.from({ length: 661 }, (_, index) => index + 1));
  });

  it('takes nothing twice: the second import repeats every command, leaves every record and changes no row', async () => {
    const before = await database.rows();
    const answers = await database.importText(referenceFile());
    expect(
      answers.filter(({ type, result }) => result !== (type === 'command' ? 'repeated' : 'unchanged')),
    ).toEqual([]);
    expect(await database.rows()).toEqual(before);
  });

  it('leaves every journey with a snapshot that is the fold of its facts', async () => {
    const { journeys } = await database.journeys.listJourneys({ limit: 100 });
    expect(journeys).toHaveLength(15);
    for (const { id } of journeys) {
      const facts = (await database.journeys.timeline(id)) ?? [];
      expect((await database.journeys.getJourney(id))?.state).toEqual(fold(id, facts));
    }
  });
});
