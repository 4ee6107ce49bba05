import { dayInBerlin, type JsonObject, type StrikeReason } from '@lotse/domain';
import type { Asker, ReportAnswer, Reporting, ReportSummary } from '@lotse/reports';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';
import { reportingOn } from './reporting-on';

const DAY_MS = 86_400_000;
const as = (id: string): Asker => ({ id, entrance: 'session' });

describe('a report of the reference project', () => {
  let database: JourneysDatabase;
  let reporting: Reporting;
  let reports: Reporting['reports'];

  const summaryOf = (answer: ReportAnswer): ReportSummary => {
    if (answer.result === 'refused') throw new Error(`${answer.code}: ${answer.message}`);
    return answer.report;
  };
  const valueIn = async (id: string, key: string): Promise<string | null | undefined> =>
    (await reports.find(id, 'persons'))?.content.published.figures.find(({ indicator }) => indicator === key)
      ?.value;
  const correct = (id: string, more: JsonObject = {}) =>
    database.submit({
      id,
      journey: 'j01',
      command: 'correct',
      happenedOn: dayInBerlin(database.clock.now()),
      by: { role: 'coordinator' },
      data: { supersedes: 'c00008', happenedOn: '2025-07-02', reason: 'wrong day on the form', ...more },
    });

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
    let salts = 0;
    reporting = reportingOn(database, () => `salt-${(salts += 1)}`);
    ({ reports } = reporting);
    database.clock.skip(1_000);
  });
  afterAll(() => database.close());

  it('21: is signed by two people and opens with 14', async () => {
    const proposed = await reports.propose({ id: 'report-2025-06', asOf: '2025-06-30' }, as('coordinator-1'));
    expect(proposed).toMatchObject({ result: 'proposed', missing: 2 });
    expect(await reports.sign('report-2025-06', as('coordinator-1'))).toMatchObject({ missing: 1 });
    expect(await reports.sign('report-2025-06', as('coordinator-1'))).toMatchObject({
      result: 'refused',
      code: 'report-second-person',
    });
    expect(summaryOf(await reports.sign('report-2025-06', as('coordinator-2')))).toMatchObject({
      state: 'signed',
      signatures: [{ account: 'coordinator-1' }, { account: 'coordinator-2' }],
    });
    expect(await valueIn('report-2025-06', 'commitmentsSigned')).toBe('14');
    expect(await reports.sign('report-2025-06', as('coordinator-3'))).toMatchObject({
      code: 'report-closed',
    });
    expect(await reports.withdraw('report-2025-06', as('coordinator-1'))).toMatchObject({
      code: 'report-closed',
    });
  });

  it('21: lets one person alone correct nothing that it counts, and names itself', async () => {
    database.clock.skip(60 * DAY_MS);
    const answer = await correct('wrong-day-alone');
    expect(answer).toMatchObject({
      result: 'refused',
      refusal: { unmet: [{ guard: 'locked-report', remedy: expect.stringContaining('report-2025-06') }] },
    });
    expect(
      await database.journeys.preview(
        {
          id: 'wrong-day-preview',
          journey: 'j01',
          command: 'correct',
          happenedOn: dayInBerlin(database.clock.now()),
          by: { role: 'coordinator' },
          data: { supersedes: 'c00008', happenedOn: '2025-07-02', reason: 'wrong day on the form' },
        },
        { submittedBy: 'coordinator-1' },
      ),
    ).toMatchObject({ refusal: { unmet: [{ guard: 'locked-report' }] } });
  });

  it('21: still opens with 14 after a correction, which the next report shows as −1 with its fact and two names', async () => {
    expect(await correct('wrong-day', { approvedBy: 'coordinator-2' })).toMatchObject({ result: 'accepted' });
    database.clock.skip(1_000);
    expect(await valueIn('report-2025-06', 'commitmentsSigned')).toBe('14');
    expect(await reports.verify('report-2025-06')).toMatchObject({
      intact: true,
      reproduced: true,
      differs: [],
    });

    await reports.propose({ id: 'report-2025-12', asOf: '2025-12-31' }, as('coordinator-1'));
    const next = await reports.find('report-2025-12', 'figures');
    expect(next?.content.previous).toBe('report-2025-06');
    expect(next?.content.published.adjustments).toEqual([
      { report: 'report-2025-06', indicator: 'commitmentsSigned', before: '14', after: '13' },
    ]);
    const whole = await reports.find('report-2025-12', 'persons');
    const inner = whole?.content.inner;
    if (inner === undefined || typeof inner === 'string') throw new Error('The inner part is not shown');
    const line = inner.adjustments.find(({ indicator }) => indicator === 'commitmentsSigned');
    expect(line?.units).toHaveLength(1);
    expect(line?.units[0]).toMatchObject({ before: '1', after: '0' });
    expect(line?.units[0]?.because.find(({ approvedBy }) => approvedBy !== undefined)).toMatchObject({
      kind: 'sign-commitment',
      happenedOn: '2025-07-02',
      submittedBy: 'coordinator-1',
      approvedBy: 'coordinator-2',
    });
  });

  it('is not changed in the database by anybody who works for the application', async () => {
    await expect(
      database.application.query(`UPDATE report SET sha256 = 'x' WHERE id = 'report-2025-06'`),
    ).rejects.toThrow('A report never changes');
    await expect(database.application.query('DELETE FROM report')).rejects.toThrow('A report never changes');
  });

  it('21: lets one person alone enter no other version of a record that it counts', async () => {
    const key = { type: 'trip', programme: 'kg-glass-2023', id: 'trip-2' } as const;
    const [first] = await database.journeys.versionsOfRecord(key);
    const put = (submittedBy: string, evidence: string) =>
      database.journeys.putRecord('trip', { ...first?.body, evidence }, { submittedBy });
    const proposed = { result: 'proposed', version: 1, report: 'report-2025-06' };
    expect(await put('coordinator-1', 'letter-2')).toMatchObject(proposed);
    expect(await put('coordinator-1', 'letter-2')).toMatchObject({
      result: 'refused',
      refusal: { unmet: [{ guard: 'locked-report', remedy: expect.stringContaining('report-2025-06') }] },
    });
    expect(await put('coordinator-2', 'letter-3')).toMatchObject(proposed);
    expect(await database.journeys.versionsOfRecord(key)).toHaveLength(1);
    expect(await put('coordinator-1', 'letter-3')).toEqual({ result: 'accepted', version: 2 });
    expect(await put('coordinator-1', 'letter-4')).toMatchObject({ ...proposed, version: 2 });
  });

  it('21: lets one person alone strike out no record that it counts', async () => {
    const trip = { type: 'trip', programme: 'kg-glass-2023', id: 'trip-1' } as const;
    const strike = (submittedBy: string, reason: StrikeReason) =>
      database.journeys.strikeRecord({ ...trip, reason }, { submittedBy });
    const proposed = { result: 'proposed', report: 'report-2025-06' };
    expect(await strike('coordinator-1', 'entered-twice')).toMatchObject(proposed);
    expect(await strike('coordinator-1', 'entered-twice')).toMatchObject({
      result: 'refused',
      refusal: { unmet: [{ guard: 'locked-report', remedy: expect.stringContaining('report-2025-06') }] },
    });
    expect(await strike('coordinator-2', 'did-not-take-place')).toMatchObject(proposed);
    expect(await database.journeys.versionsOfRecord(trip)).toHaveLength(1);
    expect(await strike('coordinator-1', 'did-not-take-place')).toMatchObject({
      result: 'accepted',
      version: 2,
    });
    expect(await strike('coordinator-3', 'did-not-take-place')).toMatchObject({
      result: 'unchanged',
      version: 2,
    });
  });

  it('21: lets one person strike out what it does not count', async () => {
    const event = { programme: 'kg-glass-2023', id: 'event-after' };
    await database.journeys.putRecord(
      'event',
      { ...event, kind: 'meeting', title: 'Netzwerktreffen', on: '2025-07-01' },
      { submittedBy: 'coordinator-1' },
    );
    expect(
      await database.journeys.strikeRecord(
        { ...event, type: 'event', reason: 'entered-twice' },
        { submittedBy: 'coordinator-1' },
      ),
    ).toMatchObject({ result: 'accepted', version: 2 });
  });
});
