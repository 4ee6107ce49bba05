import { addDays, type JsonObject } from '@lotse/domain';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, day, nominate, person, PROJECT } from './journeys/project';

const CHOSEN: readonly (readonly [name: string, role: string, data: JsonObject])[] = [
  ['give-consent', 'candidate', { consentVersion: '2026-01', language: 'ru' }],
  ['score', 'assessor', { assessor: 'as-1', score: 70, conflictOfInterest: false }],
  ['decide-selection', 'coordinator', { outcome: 'selected' }],
  ['advance', 'coordinator', { to: 'CHOSEN' }],
];

describe('a journey to which no company offers anything, under a template that closes it', () => {
  let database: JourneysDatabase;
  const due = async (code: string): Promise<string> => {
    const view = await database.journeys.observe('j1', new Date().toISOString());
    return view?.clocks.find((clock) => clock.code === code)?.dueOn ?? '';
  };
  const fire = (code: string, dueOn: string): Promise<string> =>
    database.journeys.fireClock('j1', code, dueOn, `${addDays(dueOn, 1)}T08:00:00Z`);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(
      ...PROJECT.map((line) =>
        line.type === 'programme' ? { ...line, template: 'de-vocational-training@1' } : line,
      ),
      person('p1', { givenName: 'Нурбек', familyName: 'Жээнбеков' }),
    );
    await database.submit(nominate('j1', 'p1', { on: day(0) }));
    for (const [name, role, data] of CHOSEN)
      expect(await database.submit(command('j1', name, role, data))).toMatchObject({ result: 'accepted' });
  });
  afterAll(() => database.close());

  it('is closed by Lotse after the last reminder, once, with outcome and reason of the template', async () => {
    const dueOn = await due('no-offer');
    for (const code of ['no-offer.p60d', 'no-offer.p14d'])
      expect(await fire(code, await due(code))).toBe('fired');
    expect(await fire('no-offer', dueOn)).toBe('fired');
    expect(await fire('no-offer', dueOn)).toBe('fired');
    const facts = await database.stores.journeys.facts('j1');
    expect(facts.slice(-2).map(({ fact }) => [fact.kind, fact.version, fact.by.role])).toEqual([
      ['clock-fired', facts.length - 1, 'system'],
      ['close', facts.length, 'system'],
    ]);
    expect(await database.journeys.getJourney('j1')).toMatchObject({
      status: 'closed',
      state: {
        status: { on: addDays(dueOn, 1) },
        closure: { outcome: 'no-offer', party: 'company', returnable: true },
      },
    });
    const told = await database.journeys.timeline('j1');
    expect(told?.at(-1)).toMatchObject({
      kind: 'close',
      data: { reason: 'No company offered a training contract within half a year' },
    });
    expect(await database.journeys.observe('j1', `${addDays(dueOn, 2)}T08:00:00Z`)).toMatchObject({
      open: false,
      clocks: [],
    });
  });

  it('has the rows that its facts give', async () => {
    expect((await database.journeys.verifyProjections().next()).value).toMatchObject({ deviating: 0 });
  });
});
