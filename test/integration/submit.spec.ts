import type { Answer } from '@lotse/journeys';
import type { JsonObject } from '@lotse/domain';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT, reserve, score } from './journeys/project';

const accepted = (version: number): Answer => ({ result: 'accepted', version });
const codeOf = (answer: Answer): string =>
  answer.result === 'refused' ? answer.refusal.code : answer.result;
const guardsOf = (answer: Answer): string[] =>
  answer.result === 'refused' ? answer.refusal.unmet.map(({ guard }) => guard) : [];

describe('submit', () => {
  let database: JourneysDatabase;
  const submit = (body: JsonObject): Promise<Answer> => database.submit(body);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, person('p1'), person('p2'), person('p3'));
    await submit(nominate('j1', 'p1', { on: day(-20) }));
  });
  afterAll(() => database.close());

  it('accepts a command with the next version, and what it wrote can be read', async () => {
    expect(await submit(nominate('j2', 'p2', { id: 'first' }))).toEqual(accepted(1));
    expect(await submit(consent('j2'))).toEqual(accepted(2));
    expect(await database.journeys.getJourney('j2')).toMatchObject({
      version: 2,
      stage: 'NOM',
      status: 'open',
      person: 'p2',
    });
  });

  it('answers the same command again as repeated, whatever the order of its members, and changes no row', async () => {
    const body = consent('j1', { id: 'again' });
    const { version } = (await submit(body)) as { version: number };
    const before = await database.rows();
    expect(await submit(body)).toEqual({ result: 'repeated', version });
    expect(await submit(Object.fromEntries(Object.entries(body).reverse()))).toEqual({
      result: 'repeated',
      version,
    });
    expect(await database.rows()).toEqual(before);
  });

  it('answers a repeat as repeated although the version it was conditional on has passed', async () => {
    const { version: now } = (await database.journeys.getJourney('j1')) ?? { version: 0 };
    const body = consent('j1', { expectedVersion: now });
    expect(await submit(body)).toEqual(accepted(now + 1));
    expect(await submit(body)).toEqual({ result: 'repeated', version: now + 1 });
    expect(await submit({ ...body, expectedVersion: now + 1 })).toEqual({
      result: 'repeated',
      version: now + 1,
    });
  });

  it('refuses the id of another body, of this journey or another one', async () => {
    const body = consent('j1', { id: 'taken' });
    await submit(body);
    expect(codeOf(await submit({ ...body, happenedOn: day(-1) }))).toBe('id-clash');
    expect(codeOf(await submit({ ...body, journey: 'j2' }))).toBe('id-clash');
  });

  it('refuses a version that has passed, naming the present one', async () => {
    const present = (await database.journeys.getJourney('j1'))?.version;
    const answer = await submit(consent('j1', { expectedVersion: 1 }));
    expect(answer).toMatchObject({
      result: 'refused',
      refusal: { code: 'version-conflict' },
      version: present,
    });
  });

  it('writes one wake for a journey, at its latest version', async () => {
    const { version } = (await submit(consent('j1'))) as { version: number };
    expect(
      await database.dataSource.query('SELECT version, claimed_until FROM wake WHERE journey_id = $1', [
        'j1',
      ]),
    ).toEqual([{ version, claimed_until: null }]);
  });

  it.each<[string, () => JsonObject, string]>([
    ['an unknown journey', () => consent('nowhere'), 'journey-unknown'],
    ['an unknown command', () => command('j1', 'dance', 'coordinator', {}), 'unknown-command'],
    [
      'the wrong actor',
      () => command('j1', 'give-consent', 'company', { consentVersion: '2023-10', language: 'ky' }),
      'actor-not-allowed',
    ],
    [
      'a field of the wrong type',
      () => command('j1', 'score', 'assessor', { assessor: 'a', score: '70', conflictOfInterest: false }),
      'fields-invalid',
    ],
    ['a day that lies ahead', () => consent('j1', { on: day(2) }), 'day-not-allowed'],
    ['a day of more than a year ago', () => consent('j1', { on: day(-400) }), 'day-not-allowed'],
    ['unmet guards of a stage', () => command('j1', 'advance', 'coordinator', { to: 'SEL' }), 'guards-unmet'],
    ['an unknown person', () => nominate('j9', 'nobody'), 'reference-unknown'],
    ['an unknown programme', () => nominate('j9', 'p3', { programme: 'wood' }), 'reference-unknown'],
    ['a second open journey', () => nominate('j9', 'p1'), 'guards-unmet'],
    [
      'a recordedAt outside an import',
      () => ({ ...consent('j1'), recordedAt: '2025-01-01T00:00:00Z' }),
      'fields-invalid',
    ],
    ['a name that is no id', () => ({ ...consent('j1'), journey: 'j1\u0000' }), 'fields-invalid'],
    ['NUL where an id stands', () => reserve('j1', 'pl\u0000'), 'fields-invalid'],
  ])('refuses %s and changes nothing', async (_what, body, code) => {
    const before = await database.rows();
    expect(codeOf(await submit(body()))).toBe(code);
    expect(await database.rows()).toEqual(before);
  });

  it('names every unmet guard and who can meet it', async () => {
    const answer = await submit(command('j2', 'advance', 'coordinator', { to: 'SEL' }));
    expect(guardsOf(answer)).toEqual(['two-scorecards', 'selection-decided']);
  });

  it('names the command and the field when fields are wrong', async () => {
    const answer = await submit({ ...consent('j1'), hapenedOn: day(0) });
    expect(answer).toMatchObject({
      refusal: {
        unmet: [
          { guard: 'field:hapenedOn', remedy: expect.stringContaining('give-consent: Remove hapenedOn') },
        ],
      },
    });
  });

  it('never records before the last fact of the journey, though the clock may run behind', async () => {
    database.clock.skip(3_600_000);
    await submit(score('j2', 'assessor-1'));
    database.clock.skip(-3_600_000);
    await submit(score('j2', 'assessor-2'));
    const [first, second] = (await database.journeys.timeline('j2'))?.slice(-2) ?? [];
    expect(second?.recordedAt).toBe(first?.recordedAt);
    expect(String(second?.insertedAt) < String(first?.insertedAt)).toBe(true);
  });
});
