import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT, score } from './journeys/project';

const PEOPLE = ['a', 'b', 'c', 'd', 'e'];

describe('reading journeys', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, ...PEOPLE.map((id) => person(id)));
    for (const id of PEOPLE) await database.submit(nominate(`j-${id}`, id, { on: day(-30) }));
    await database.submit(nominate('j-steel', 'a', { programme: 'steel' }));
    await database.submit(consent('j-b', { on: day(-20) }));
    await database.submit(score('j-b', 'assessor-1', { on: day(-20) }));
    await database.submit(
      command('j-c', 'close', 'coordinator', {
        outcome: 'other',
        party: 'company',
        returnable: true,
        reason: 'moved away',
      }),
    );
  });
  afterAll(() => database.close());

  it('tells where a journey stands, what can be done, and for the next stage every unmet guard', async () => {
    const journey = await database.journeys.getJourney('j-b');
    expect(journey).toMatchObject({
      id: 'j-b',
      person: 'b',
      programme: 'glass',
      stage: 'NOM',
      phase: 'universitySelection',
      status: 'open',
      version: 3,
    });
    const advance = journey?.commands.find(({ command: name }) => name === 'advance');
    expect(advance).toMatchObject({
      about: 'SEL',
      by: ['coordinator'],
      unmet: [
        { guard: 'two-scorecards', who: ['assessor'] },
        { guard: 'selection-decided', who: ['coordinator'] },
      ],
    });
    expect(journey?.commands.map(({ command: name }) => name)).toContain('score');
  });

  it('knows no journey of another id', async () => {
    expect(await database.journeys.getJourney('nowhere')).toBeNull();
    expect(await database.journeys.timeline('nowhere')).toBeNull();
  });

  it('tells what happened, by whom and with what words', async () => {
    expect(await database.journeys.timeline('j-c')).toMatchObject([
      {
        version: 1,
        kind: 'nominate',
        by: { role: 'university', organisation: 'uni-1' },
        submittedBy: 'coordinator-1',
        data: { subject: 'Silicate technology' },
      },
      { version: 2, kind: 'close', happenedOn: day(0), data: { outcome: 'other', reason: 'moved away' } },
    ]);
  });

  it('leaves the words out, and nothing else, once the person’s key is gone', async () => {
    await database.submit(command('j-d', 'record-housing', 'coordinator', { place: 'Torgau' }));
    await database.dataSource.query(`DELETE FROM person_key WHERE person = 'd'`);
    const timeline = await database.journeys.timeline('j-d');
    expect(timeline?.map(({ kind }) => kind)).toEqual(['nominate', 'record-housing']);
    expect(timeline?.[1]?.data).toEqual({});
    expect(await database.journeys.getJourney('j-d')).toMatchObject({ version: 2 });
  });

  it('lists journeys in pages by id', async () => {
    const first = await database.journeys.listJourneys({ limit: 4 });
    const second = await database.journeys.listJourneys({ limit: 4, after: first.next ?? '' });
    expect([first, second].map(({ journeys }) => journeys.map(({ id }) => id))).toEqual([
      ['j-a', 'j-b', 'j-c', 'j-d'],
      ['j-e', 'j-steel'],
    ]);
    expect(second.next).toBeUndefined();
  });

  it('lists those of a programme, stage or status, and says which are open', async () => {
    const ids = async (filter: { programme?: string; stage?: string; status?: string }): Promise<string[]> =>
      (await database.journeys.listJourneys({ limit: 50, ...filter })).journeys.map(({ id }) => id);
    expect(await ids({ programme: 'steel' })).toEqual(['j-steel']);
    expect(await ids({ stage: 'SEL' })).toEqual([]);
    expect(await ids({ status: 'closed' })).toEqual(['j-c']);
    const { journeys } = await database.journeys.listJourneys({ limit: 50 });
    expect(journeys.filter(({ open }) => !open).map(({ id }) => id)).toEqual(['j-c']);
  });
});
