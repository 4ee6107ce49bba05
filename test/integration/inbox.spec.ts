import { isInboxCursor, type InboxFilter, type InboxTask } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT, reserve } from './journeys/project';

const DAY_MS = 86_400_000;
const SENDER = { submittedBy: 'coordinator-1' };

describe('the inbox', () => {
  let database: JourneysDatabase;
  const list = async (filter: Omit<InboxFilter, 'limit'> = {}): Promise<readonly InboxTask[]> =>
    (await database.journeys.inbox({ ...filter, limit: 200 })).tasks;
  const journeysOf = (tasks: readonly InboxTask[]): string[] => [
    ...new Set(tasks.map(({ journey }) => journey)),
  ];

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(...PROJECT, ...['p1', 'p2', 'p3'].map((id) => person(id)));
    await database.submit(nominate('late', 'p1', { on: day(-30) }));
    await database.submit(nominate('soon', 'p2', { on: day(-15) }));
    await database.submit(nominate('steel', 'p3', { on: day(-5), programme: 'steel' }));
    await database.submit(reserve('soon', 'place', {}));
  });
  afterAll(() => database.close());

  it('lists the earliest due first and says what is overdue, what it holds up and who has to act', async () => {
    const tasks = await list();
    const days = tasks.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    expect(tasks).toContainEqual(
      expect.objectContaining({
        journey: 'late',
        kind: 'clock',
        text: 'nomination',
        dueOn: day(-9),
        overdue: true,
      }),
    );
    expect(tasks).toContainEqual(
      expect.objectContaining({
        journey: 'soon',
        who: 'candidate',
        blocks: 'SEL',
        dueOn: day(6),
        overdue: false,
      }),
    );
  });

  it('holds what is for a role, of an organisation or a programme, by a day', async () => {
    expect(new Set((await list({ role: 'candidate' })).map(({ who }) => who))).toEqual(
      new Set(['candidate']),
    );
    expect(journeysOf(await list({ organisation: 'company-1' }))).toEqual(['soon']);
    expect(journeysOf(await list({ programme: 'steel' }))).toEqual(['steel']);
    expect(journeysOf(await list({ until: day(0) }))).toEqual(['late']);
  });

  it('tells apart what the role has to do and what it waits for', async () => {
    const waiting = await list({ role: 'coordinator', waiting: true, journey: 'soon' });
    expect(waiting.map(({ who }) => who)).toContain('candidate');
    expect(waiting.map(({ who }) => who)).not.toContain('coordinator');
    await database.submit(consent('soon'));
    const after = await list({ role: 'coordinator', waiting: true, journey: 'soon' });
    expect(after.map(({ who }) => who)).not.toContain('candidate');
  });

  it('is read page by page, each task once', async () => {
    const whole = (await list()).map(({ journey, key }) => `${journey} ${key}`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await database.journeys.inbox({ limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.tasks.map(({ journey, key }) => `${journey} ${key}`));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(whole);
  });

  it('knows its own cursors from forged ones', async () => {
    const { next = '' } = await database.journeys.inbox({ limit: 1 });
    expect(isInboxCursor(next)).toBe(true);
    const forged = [
      ['2026-02-30', 'late', 'k'],
      ['2026-01-01', 'la\0te', 'k'],
      ['2026-01-01', 'late', 'k\0'],
      ['2026-01-01', 'late'],
      {},
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
    expect(['', 'late', next.slice(0, -3), ...forged].filter(isInboxCursor)).toEqual([]);
  });

  it('hides a task that was put off until its day, and shows it among those put off', async () => {
    const key = `clock:nomination:${day(16)}`;
    expect(await database.journeys.snooze('steel', key, day(3), SENDER)).toEqual({ result: 'accepted' });
    expect((await list({ journey: 'steel' })).map((task) => task.key)).not.toContain(key);
    expect(await list({ snoozed: true })).toMatchObject([{ journey: 'steel', key, followUpOn: day(3) }]);
    await database.journeys.snooze('steel', key, day(1), SENDER);
    expect(await list({ snoozed: true })).toMatchObject([{ key, followUpOn: day(1) }]);
  });

  it('hands a task to an account, with the reason, and to who stands in for it that day', async () => {
    const { journeys } = database;
    const [journey, key] = ['late', `clock:nomination:${day(-9)}`];
    const to = (account: string) =>
      list({ handedTo: account }).then((tasks) => tasks.map((task) => task.key));
    expect(await journeys.handOver({ journey, key, account: 'aijan', reason: 'workload' }, SENDER)).toEqual({
      result: 'accepted',
    });
    expect(await list({ handedTo: 'aijan' })).toMatchObject([
      { journey, key, handedTo: 'aijan', handoverReason: 'workload', who: 'coordinator' },
    ]);
    expect((await list({ role: 'coordinator' })).map((task) => task.key)).toContain(key);
    await journeys.addDeputy({ account: 'aijan', deputy: 'bakyt', from: day(0), to: day(1) }, SENDER);
    await journeys.addDeputy({ account: 'aijan', deputy: 'cholpon', from: day(2), to: day(3) }, SENDER);
    expect([await to('bakyt'), await to('cholpon')]).toEqual([[key], []]);
    await journeys.withdrawDeputy('aijan', 1, SENDER);
    expect(await to('bakyt')).toEqual([]);
    await journeys.handOver({ journey, key, account: 'dinara', reason: 'language' }, SENDER);
    expect([await to('aijan'), await to('dinara')]).toEqual([[], [key]]);
  });

  it('hands over nothing that is not to be done', async () => {
    const handover = { journey: 'late', key: 'clock:nothing', account: 'aijan', reason: 'absence' } as const;
    expect(await database.journeys.handOver(handover, SENDER)).toMatchObject({
      refusal: { code: 'reference-unknown', unmet: [{ guard: 'task' }] },
    });
  });

  it('puts nothing off that is not there, or to a day that has come', async () => {
    const snooze = (key: string, on: string) => database.journeys.snooze('late', key, on, SENDER);
    expect(await snooze('clock:nothing', day(3))).toMatchObject({ refusal: { code: 'reference-unknown' } });
    expect(await snooze(`clock:nomination:${day(-9)}`, day(0))).toMatchObject({
      refusal: { code: 'day-not-allowed' },
    });
  });

  it('puts a deadline of law off to its due day at most', async () => {
    await database.submit(
      command('late', 'choose-route', 'coordinator', { stay: 1, route: '16e', fastTrack: true }),
    );
    await database.submit(
      command('late', 'record-title-step', 'coordinator', {
        stay: 1,
        step: 'filed',
        on: day(0),
        evidence: 'e-1',
      }),
    );
    const law = (await list({ journey: 'late' })).find(({ clockKind }) => clockKind === 'S');
    expect(law).toBeDefined();
    const answer = await database.journeys.snooze('late', law?.key ?? '', day(400), SENDER);
    expect(answer).toMatchObject({ refusal: { code: 'day-not-allowed' } });
  });

  it('knows who stands in for whom on a day', async () => {
    const { journeys } = database;
    const days = { from: day(1), to: day(10) };
    const added = await journeys.addDeputy({ account: 'anna', deputy: 'bert', ...days }, SENDER);
    expect(added).toEqual({ result: 'accepted', number: 1 });
    expect(await journeys.actingFor('bert', day(0))).toEqual([]);
    expect(await journeys.actingFor('bert', day(10))).toMatchObject([{ account: 'anna', deputy: 'bert' }]);
    expect(await journeys.deputiesOf('anna', day(1))).toHaveLength(1);
    expect(await journeys.withdrawDeputy('anna', 1, SENDER)).toEqual({ result: 'accepted' });
    expect(await journeys.actingFor('bert', day(5))).toEqual([]);
    expect(await journeys.withdrawDeputy('anna', 1, SENDER)).toMatchObject({ result: 'refused' });
  });

  it('shows a task again from its follow-up day on', async () => {
    const key = `clock:nomination:${day(16)}`;
    await database.journeys.snooze('steel', key, day(2), SENDER);
    const keys = async (): Promise<string[]> => (await list({ journey: 'steel' })).map((task) => task.key);
    database.clock.skip(DAY_MS);
    expect(await keys()).not.toContain(key);
    database.clock.skip(DAY_MS);
    expect(await keys()).toContain(key);
    expect(await list({ snoozed: true })).toEqual([]);
  });
});
