import type { Answer } from '@lotse/journeys';
import type { JsonObject } from '@lotse/domain';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { agree, consent, nominate, person, PROJECT, reserve, score } from './journeys/project';

const TEN = Array.from({ length: 10 }, (_, index) => index);
const results = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const name = answer.result === 'refused' ? answer.refusal.code : answer.result;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

describe('commands at the same moment', () => {
  let database: JourneysDatabase;
  const atOnce = (bodies: readonly JsonObject[]): Promise<Answer[]> =>
    Promise.all(bodies.map((body) => database.submit(body)));
  const facts = async (journey: string): Promise<number> =>
    (await database.journeys.timeline(journey))?.length ?? 0;
  let people = 0;

  /** A nominated person of their own. */
  async function journeyOf(journey: string): Promise<void> {
    people += 1;
    const id = `q${people}`;
    await database.importObjects(person(id));
    await database.submit(nominate(journey, id));
  }

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT);
  });
  afterAll(() => database.close());

  it('take effect once when they are the same one', async () => {
    await journeyOf('same');
    const body = consent('same');
    expect(results(await atOnce(TEN.map(() => body)))).toEqual({ accepted: 1, repeated: 9 });
    expect(await facts('same')).toBe(2);
  });

  it('take effect once when they are the same one that its own effect would refuse', async () => {
    await journeyOf('once');
    const body = score('once', 'assessor-1');
    expect(results(await atOnce(TEN.map(() => body)))).toEqual({ accepted: 1, repeated: 9 });
  });

  it('take effect once when they are the same nomination', async () => {
    await database.importObjects(person('q-nominated'));
    const body = nominate('nominated', 'q-nominated');
    expect(results(await atOnce(TEN.map(() => body)))).toEqual({ accepted: 1, repeated: 9 });
  });

  it('let one through when all expect the same version', async () => {
    await journeyOf('expecting');
    const answers = await atOnce(
      TEN.map((index) => score('expecting', `assessor-${index}`, { expectedVersion: 1 })),
    );
    expect(results(answers)).toEqual({ accepted: 1, 'version-conflict': 9 });
    expect(answers.filter(({ result }) => result === 'refused').map(({ version }) => version)).toEqual(
      TEN.slice(1).map(() => 2),
    );
  });

  it('all count when several people act on one journey, one after the other', async () => {
    await journeyOf('shared');
    const answers = await atOnce(TEN.map((index) => score('shared', `assessor-${index}`)));
    expect(answers.map(({ version }) => version).sort((a, b) => Number(a) - Number(b))).toEqual(
      TEN.map((index) => index + 2),
    );
    expect(await database.journeys.getJourney('shared')).toMatchObject({
      version: 11,
      state: { scores: { length: 10 } },
    });
  });

  it('open one journey when a person is nominated twice in a programme', async () => {
    await database.importObjects(person('q-twice'));
    const answers = await atOnce(TEN.map((index) => nominate(`twice-${index}`, 'q-twice')));
    expect(results(answers)).toEqual({ accepted: 1, 'guards-unmet': 9 });
  });

  it('open one journey when two people are nominated under one id', async () => {
    await database.importObjects(...TEN.map((index) => person(`q-id-${index}`)));
    const answers = await atOnce(TEN.map((index) => nominate('one-id', `q-id-${index}`)));
    expect(results(answers)).toEqual({ accepted: 1, 'journey-exists': 9 });
  });

  it('give a person no more than full-time hours over all journeys', async () => {
    await database.importObjects(person('q-busy'));
    await database.submit(nominate('busy-glass', 'q-busy'));
    await database.submit(nominate('busy-steel', 'q-busy', { programme: 'steel' }));
    await database.submit(reserve('busy-glass', 'pl-glass', { hoursPerWeek: 30 }));
    await database.submit(reserve('busy-steel', 'pl-steel', { hoursPerWeek: 30 }));
    const answers = await atOnce([agree('busy-glass', 'pl-glass'), agree('busy-steel', 'pl-steel')]);
    expect(results(answers)).toEqual({ accepted: 1, 'guards-unmet': 1 });
  });

  it('give a placement id to one journey', async () => {
    await Promise.all(TEN.map((index) => journeyOf(`placing-${index}`)));
    const answers = await atOnce(TEN.map((index) => reserve(`placing-${index}`, 'pl-wanted')));
    expect(results(answers)).toEqual({ accepted: 1, 'guards-unmet': 9 });
  });
});
