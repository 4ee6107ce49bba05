import { fold, type JsonObject } from '@lotse/domain';
import type { Answer } from '@lotse/journeys';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';

const codeOf = (answer: Answer | undefined): string | undefined =>
  answer?.result === 'refused' ? answer.refusal.code : answer?.result;

describe('repairing the record of a reference journey', () => {
  let cohort: JourneysDatabase;
  let database: JourneysDatabase;
  let commands = 0;

  const imported = (name: string, data: JsonObject, more: JsonObject = {}): Promise<Answer> => {
    commands += 1;
    const body = {
      id: `fix-${commands}`,
      journey: 'j15',
      command: name,
      happenedOn: '2025-03-01',
      by: { role: 'coordinator' },
      data,
      ...more,
    };
    return database.journeys.submit(body, { submittedBy: 'administrator', imported: true });
  };
  const factOf = async (id: string) => {
    const facts = (await database.journeys.timeline('j15')) ?? [];
    return facts.findLast(({ commandId }) => commandId === id);
  };
  const expectSnapshotOfFacts = async (): Promise<void> => {
    const facts = (await database.journeys.timeline('j15')) ?? [];
    expect((await database.journeys.getJourney('j15'))?.state).toEqual(fold('j15', facts));
  };

  beforeAll(async () => {
    cohort = await openJourneysDatabase();
    const ofOthers = /"journey": "j(?!01|15)/;
    await cohort.importText(
      referenceFile()
        .split('\n')
        .filter((line) => !ofOthers.test(line))
        .join('\n'),
    );
    await cohort.leave();
  });
  afterAll(() => cohort.close());
  beforeEach(async () => {
    database = await openJourneysDatabase(cohort.name);
  });
  afterEach(() => database.close());

  it('puts a corrected fact in the old one’s place, with what was not changed, its text too', async () => {
    const old = await factOf('c00563');
    const answer = await imported('correct', {
      supersedes: 'c00563',
      data: { lastDay: '2024-08-29' },
      reason: 'wrong day',
      approvedBy: 'admin',
    });
    expect(codeOf(answer)).toBe('accepted');
    const fact = await factOf(`fix-${commands}`);
    expect(fact).toMatchObject({
      kind: 'end-placement',
      seq: old?.seq,
      happenedOn: old?.happenedOn,
      data: { ...old?.data, lastDay: '2024-08-29', reason: 'health' },
      correction: { supersedes: old?.version, struck: false, reason: 'wrong day', approvedBy: 'admin' },
    });
    expect(await factOf('c00563')).toMatchObject({
      supersededBy: fact?.version,
      data: { lastDay: '2024-08-30' },
    });
    const journey = await database.journeys.getJourney('j15');
    expect(journey?.state.placements['pl-j15-1']?.ended?.lastDay).toBe('2024-08-29');
    await expectSnapshotOfFacts();
  });

  it('takes a struck fact out and lets it be superseded once', async () => {
    const strike = { supersedes: 'c00568', strike: true, reason: 'never said', approvedBy: 'admin' };
    expect(codeOf(await imported('correct', strike))).toBe('accepted');
    expect(
      (await database.journeys.getJourney('j15'))?.state.placements['pl-j15-1']?.recommended,
    ).toBeUndefined();
    expect(codeOf(await imported('correct', strike))).toBe('not-correctable');
    await expectSnapshotOfFacts();
  });

  it('judges a late recording by its own day, before the journey closed', async () => {
    const late = { role: 'mentor', organisation: 'company-3' };
    const data = { placement: 'pl-j15-1', month: '2024-08', reason: 'miscounted' };
    const contested = await imported('contest-month', data, {
      happenedOn: '2024-09-10',
      by: { role: 'candidate' },
    });
    expect(codeOf(contested)).toBe('accepted');
    const again = {
      placement: 'pl-j15-1',
      month: '2024-08',
      workedDays: 20.5,
      plannedDays: 22,
      evidence: 'again',
    };
    expect(codeOf(await imported('confirm-month', again, { happenedOn: '2024-09-11', by: late }))).toBe(
      'accepted',
    );
    expect(codeOf(await imported('confirm-month', again, { by: late }))).toBe('journey-closed');
    await expectSnapshotOfFacts();
  });

  it('keeps a given recordedAt, in UTC, and refuses one that lies ahead', async () => {
    const strike = { supersedes: 'c00568', strike: true, reason: 'never said', approvedBy: 'admin' };
    const early = await imported('correct', strike, { recordedAt: '2020-01-01T00:00:00Z' });
    expect(codeOf(early)).toBe('day-not-allowed');
    const ahead = new Date(database.clock.now().getTime() + 60_000).toISOString();
    expect(codeOf(await imported('correct', strike, { recordedAt: ahead }))).toBe('day-not-allowed');
    const now = database.clock.now();
    const given = now.toISOString().replace('Z', '+00:00');
    expect(codeOf(await imported('correct', strike, { recordedAt: given }))).toBe('accepted');
    expect((await factOf(`fix-${commands}`))?.recordedAt).toBe(now.toISOString());
  });

  it('may put another company in, which the journey has not met before', async () => {
    const other = (company: string): Promise<Answer> =>
      imported(
        'correct',
        { supersedes: 'c00011', data: { company }, reason: 'wrong company', approvedBy: 'admin' },
        { journey: 'j01' },
      );
    expect(codeOf(await other('nobody'))).toBe('order-not-allowed');
    expect(codeOf(await other('company-4'))).toBe('accepted');
    const detail = await database.journeys.getJourney('j01');
    expect(detail?.state.placements['pl-j01-1']?.company).toBe('company-4');
  });

  it('lets nothing more happen in a void journey, and frees its places', async () => {
    const journey = { journey: 'j01' };
    expect(codeOf(await imported('void', { reason: 'a test case', approvedBy: 'admin' }, journey))).toBe(
      'accepted',
    );
    expect(
      codeOf(await imported('withdraw', { reason: 'late' }, { ...journey, by: { role: 'candidate' } })),
    ).toBe('journey-void');
    expect(
      await database.dataSource.query(`SELECT id FROM placement WHERE journey_id = 'j01' AND binding`),
    ).toEqual([]);
  });
});
