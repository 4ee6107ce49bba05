import { createAudit, type Audit } from '@lotse/audit';
import { createAuditStore } from '@lotse/persistence';
import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import { referenceFile } from '../journeys/journeys-database';
import { LEAD, openPrivacyDatabase, type PrivacyDatabase } from './privacy-database';

jest.setTimeout(120_000);

describe('what is kept no longer than it may be', () => {
  let database: PrivacyDatabase;
  let audit: Audit;
  const rejected = { person: 'p-rejected', closedOn: '2024-02-01' };
  beforeAll(async () => {
    database = await openPrivacyDatabase();
    audit = createAudit(createAuditStore(database.application));
    for (const day of ['01', '02'])
      await audit.append({
        at: `2020-01-${day}T10:00:00.000Z`,
        who: 'mentor-1',
        entrance: 'session',
        action: 'journey.read',
        outcome: 'done',
        subjects: ['journey/j01'],
      });
    await audit.seal();
    await database.importText(referenceFile());
    const answers = await database.importObjects(...lines());
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
  });
  afterAll(() => database.close());

  /** A nomination as that of the first journey, of somebody who then withdraws. */
  function lines(): JsonObject[] {
    const all = referenceFile()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Json => JSON.parse(line))
      .filter(isJsonObject);
    const person = all.find(({ type }) => type === 'person') ?? {};
    const nominate = all.find(({ command, journey }) => command === 'nominate' && journey === 'j01') ?? {};
    const data = isJsonObject(nominate.data) ? nominate.data : {};
    const own = { id: 'c-rejected', journey: 'j-rejected', data: { ...data, person: rejected.person } };
    return [
      { ...person, id: rejected.person },
      { ...nominate, ...own },
      {
        type: 'command',
        id: 'c-withdrawn',
        journey: 'j-rejected',
        command: 'withdraw',
        happenedOn: rejected.closedOn,
        by: { role: 'candidate' },
        data: { reason: 'Келбей калдым' },
      },
    ];
  }
  const plus = (day: string, months: number, days: number): string => {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + months);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  };
  const dueOn = async (day: string): Promise<string[]> =>
    (await database.privacy.retention.due(day)).flatMap(({ person }) => person ?? []);

  it('is listed from the day on which its period ends, with its source, and not before', async () => {
    const last = plus(rejected.closedOn, 6, -1);
    expect(await dueOn(last)).not.toContain(rejected.person);
    const due = await database.privacy.retention.due(plus(last, 0, 1));
    expect(due).toContainEqual(
      expect.objectContaining({
        dataClass: 'rejected-application',
        person: rejected.person,
        since: rejected.closedOn,
        dueOn: plus(last, 0, 1),
        basis: expect.stringContaining('AGG'),
        heldBy: [],
      }),
    );
  });

  it('is kept for another period where the installation has set one, and no other is taken', async () => {
    const { retention } = database.privacy;
    const sixMonthsLater = plus(rejected.closedOn, 6, 0);
    for (const period of ['P0D', '6 months', 'P40Y', 'PT1H', '-P6M'])
      expect(await retention.setPeriod('rejected-application', period, LEAD)).toMatchObject({
        code: 'period-invalid',
      });
    expect(await retention.setPeriod('network', 'P1Y', LEAD)).toMatchObject({ code: 'data-class-unknown' });
    expect(await retention.setPeriod('rejected-application', 'P8M', LEAD)).toEqual({ result: 'accepted' });
    expect(await dueOn(sixMonthsLater)).not.toContain(rejected.person);
    expect(await dueOn(plus(rejected.closedOn, 8, 0))).toContain(rejected.person);
    expect(await retention.periods()).toContainEqual(
      expect.objectContaining({ dataClass: 'rejected-application', period: 'P8M', own: true }),
    );
    await retention.setPeriod('rejected-application', 'P6M', LEAD);
  });

  it('in the talent pool, is kept for a year after the last consent, and no longer than without it once that is withdrawn', async () => {
    const consent = (id: string, command: string, happenedOn: string, text: JsonObject = {}) => ({
      type: 'command',
      id,
      journey: 'j-rejected',
      command,
      happenedOn,
      by: { role: 'candidate' },
      data: { purpose: 'talent-pool', ...text },
    });
    const text = { consentVersion: 'talent-pool-1', language: 'ky' };
    const claimsOver = plus(rejected.closedOn, 6, 0);
    await database.importObjects(consent('pool-1', 'give-consent', rejected.closedOn, text));
    expect(await dueOn(claimsOver)).not.toContain(rejected.person);
    await database.importObjects(consent('pool-2', 'give-consent', '2024-05-02', text));
    expect(await dueOn('2025-05-01')).not.toContain(rejected.person);
    expect(await database.privacy.retention.due('2025-05-02')).toContainEqual(
      expect.objectContaining({ dataClass: 'talent-pool', person: rejected.person, since: '2024-05-02' }),
    );
    await database.importObjects(consent('pool-3', 'withdraw-consent', '2024-07-01'));
    expect(await dueOn(plus(claimsOver, 0, -1))).not.toContain(rejected.person);
    expect(await database.privacy.retention.due(claimsOver)).toContainEqual(
      expect.objectContaining({ dataClass: 'rejected-application', person: rejected.person }),
    );
  });

  it('of the audit is its oldest part; the rest verifies on, and while a hold stands nothing of it goes', async () => {
    const { retention, holds } = database.privacy;
    expect(await retention.setPeriod('audit', 'P11M', LEAD)).toMatchObject({ code: 'period-invalid' });
    const auditDue = async (on: string) =>
      (await retention.due(on)).filter(({ dataClass }) => dataClass === 'audit');
    expect(await auditDue('2022-12-31')).toEqual([]);
    expect(await auditDue('2023-01-01')).toMatchObject([
      { count: 1, since: '2020-01-01', dueOn: '2023-01-01', period: 'P3Y', heldBy: [] },
    ]);
    await holds.set({ id: 'hold-a', person: rejected.person, reason: 'Klage' }, LEAD);
    expect(await auditDue('2023-01-02')).toMatchObject([{ count: 2, heldBy: ['hold-a'] }]);
    expect((await retention.run('2023-01-02', LEAD)).rows).toEqual({});
    await holds.lift('hold-a', 'Vergleich', LEAD);
    expect((await retention.run('2023-01-02', LEAD)).rows).toEqual({ audit: 2 });
    expect((await retention.run('2023-01-02', LEAD)).rows).toEqual({});
    expect(await audit.verify()).toMatchObject({ ok: true, begins: 3 });
  });

  it('stays while a hold stands, and goes with the next run', async () => {
    const { retention, holds, erasures } = database.privacy;
    const day = plus(rejected.closedOn, 6, 0);
    await holds.set({ id: 'hold-r', person: rejected.person, reason: 'Prüfung der Förderung' }, LEAD);
    expect(await retention.due(day)).toContainEqual(
      expect.objectContaining({ person: rejected.person, heldBy: ['hold-r'] }),
    );
    expect((await retention.run(day, LEAD)).kept).toContainEqual({
      person: rejected.person,
      code: 'legal-hold',
    });
    await holds.lift('hold-r', 'Prüfung beendet', LEAD);
    expect((await retention.run(day, LEAD)).erased).toContain(rejected.person);
    expect(await erasures.receipt(rejected.person)).toMatchObject({ cause: 'retention', complete: true });
    expect((await retention.run(day, LEAD)).erased).toEqual([]);
  });

  it('goes row by row where nobody is to be erased for it', async () => {
    await database.dataSource.query(
      `INSERT INTO outbox (id, kind, contact_point, programme, role, language, day, data, created_at, attempts, delivered_at)
       VALUES ('old-mail', 'digest', 'cp', 'kg-glass-2023', 'coordinator', 'de', '2025-01-01', '{}', '2025-01-01', 1, '2025-01-01'),
         ('young-mail', 'digest', 'cp', 'kg-glass-2023', 'coordinator', 'de', '2025-03-01', '{}', '2025-03-01', 1, '2025-03-01')`,
    );
    const { retention } = database.privacy;
    expect(await retention.due('2025-04-01')).toContainEqual(
      expect.objectContaining({ dataClass: 'mail', count: 1, since: '2025-01-01', dueOn: '2025-04-01' }),
    );
    expect((await retention.run('2025-04-01', LEAD)).rows).toEqual({ mail: 1 });
    expect(await database.dataSource.query('SELECT id FROM outbox')).toEqual([{ id: 'young-mail' }]);
  });
});
