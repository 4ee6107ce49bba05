import type { JsonObject } from '@lotse/domain';
import type { Deviation, ProjectionReport } from '@lotse/journeys';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';
import { command, day, nominate, person, PROJECT, reserve } from './journeys/project';

async function drained(
  rows: AsyncGenerator<Deviation, ProjectionReport>,
): Promise<{ readonly deviations: Deviation[]; readonly report: ProjectionReport }> {
  const deviations: Deviation[] = [];
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return { deviations, report: next.value };
    deviations.push(next.value);
  }
}

/** To the wait for a company's answer. */
const COMMITTED: readonly (readonly [name: string, role: string, data: JsonObject])[] = [
  ['give-consent', 'candidate', { consentVersion: '2023-10', language: 'ky' }],
  ...['as-1', 'as-2'].map(
    (assessor) => ['score', 'assessor', { assessor, score: 70, conflictOfInterest: false }] as const,
  ),
  ['decide-selection', 'coordinator', { outcome: 'selected' }],
  ['advance', 'coordinator', { to: 'SEL' }],
  ['issue-commitment', 'coordinator', { textVersion: 'sv-1', languages: ['ky', 'de'] }],
  ['sign-commitment', 'candidate', { textVersion: 'sv-1', noFeesPaid: true, evidence: 'sv' }],
  ['countersign-commitment', 'coordinator', { evidence: 'sv' }],
  ['advance', 'coordinator', { to: 'COM' }],
];

describe('what is folded from the facts', () => {
  let database: JourneysDatabase;
  const verify = () => drained(database.journeys.verifyProjections());
  const dump = (): Promise<unknown> =>
    database.dataSource.query(`SELECT
      (SELECT jsonb_agg(to_jsonb(t) - 'tasks_from' ORDER BY id) FROM journey t) AS journeys,
      (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM placement t) AS placements,
      (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM contract t) AS contracts,
      (SELECT jsonb_agg(to_jsonb(t) ORDER BY journey_id, code, due_on) FROM journey_clock t) AS clocks,
      (SELECT jsonb_agg(to_jsonb(t) ORDER BY journey_id, key) FROM journey_task t) AS tasks`);

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
    await database.importObjects(...PROJECT, person('p1'));
    await database.submit(nominate('j1', 'p1', { on: day(-10) }));
    await database.submit(reserve('j1', 'struck', {}, { id: 'reservation' }));
    await database.submit(
      command('j1', 'correct', 'coordinator', {
        supersedes: 'reservation',
        strike: true,
        reason: 'wrong person',
      }),
    );
  });
  afterAll(() => database.close());

  it('is what is stored, after every command of the cohort', async () => {
    let looked = 0;
    const { deviations, report } = await drained(
      database.journeys.verifyProjections({ onProgress: (count) => (looked = count) }),
    );
    expect(deviations).toEqual([]);
    expect(report).toEqual({ journeys: looked, deviating: 0 });
    expect(looked).toBeGreaterThan(15);
  });

  it('is found wanting where a row was changed or lost, and rebuilt as it was', async () => {
    const before = await dump();
    const { dataSource } = database;
    await dataSource.query(
      `UPDATE journey SET stage = 'SEL', snapshot = jsonb_set(snapshot, '{version}', '99') WHERE id = 'j1'`,
    );
    await dataSource.query(`UPDATE journey SET companies = '{}' WHERE id <> 'j1'`);
    await dataSource.query(
      `UPDATE journey SET snapshot = jsonb_build_object('shape', 1) WHERE id IN (SELECT id FROM journey WHERE id <> 'j1' ORDER BY id LIMIT 5)`,
    );
    await dataSource.query('DELETE FROM journey_clock');
    await dataSource.query('DELETE FROM journey_task');
    await dataSource.query('DELETE FROM contract');
    await dataSource.query(
      'DELETE FROM placement WHERE id IN (SELECT id FROM placement ORDER BY id LIMIT 3)',
    );
    await dataSource.query(`UPDATE placement SET binding = NOT binding, route = 'nothing'`);
    const { deviations } = await verify();
    expect(deviations.find(({ journey }) => journey === 'j1')?.parts).toEqual([
      'journey',
      'snapshot',
      'clocks',
      'tasks',
    ]);
    expect(new Set(deviations.flatMap(({ parts }) => parts))).toEqual(
      new Set(['journey', 'snapshot', 'placements', 'contracts', 'clocks', 'tasks']),
    );
    const rebuilt = await drained(database.journeys.rebuildProjections());
    expect(rebuilt.deviations).toEqual(deviations);
    expect(await dump()).toEqual(before);
    expect((await verify()).report.deviating).toBe(0);
  });

  it('stands for commands: a journey goes on from what was rebuilt', async () => {
    const hold = command('j1', 'hold', 'coordinator', { reason: 'illness' });
    expect(await database.submit(hold)).toMatchObject({ result: 'accepted' });
    expect((await verify()).report.deviating).toBe(0);
  });

  it('is the same after a consent was withdrawn, when the company is no longer shown the journey', async () => {
    await database.importObjects(person('p2'));
    await database.submit(nominate('j2', 'p2', { on: day(-10) }));
    for (const [name, role, data] of COMMITTED)
      expect(await database.submit(command('j2', name, role, data))).toMatchObject({ result: 'accepted' });
    await database.submit(reserve('j2', 'shown'));
    await database.submit(command('j2', 'withdraw-consent', 'candidate', { purpose: 'company-sharing' }));
    const [row] = await database.dataSource.query<{ companies: string[]; tasks: string }[]>(
      `SELECT companies, (SELECT string_agg(key, ' ') FROM journey_task WHERE journey_id = id) AS tasks FROM journey WHERE id = 'j2'`,
    );
    expect(row?.companies).toEqual([]);
    expect(row?.tasks).not.toContain('site-known');
    expect((await verify()).deviations).toEqual([]);
    expect(
      await database.submit(command('j2', 'record-bank', 'coordinator', { evidence: 'e-1' })),
    ).toMatchObject({ result: 'accepted' });
    expect((await verify()).deviations).toEqual([]);
  });

  describe('of tasks, which a day alone may change', () => {
    const keys = async (): Promise<string[]> => {
      const rows = await database.dataSource.query<{ key: string }[]>(
        `SELECT key FROM journey_task WHERE journey_id = 'j1' ORDER BY key`,
      );
      return rows.map(({ key }) => key);
    };
    const lapse = (from: string | null, until: string | null): Promise<unknown> =>
      database.dataSource.query(`UPDATE journey SET tasks_from = $1, tasks_until = $2 WHERE id = 'j1'`, [
        from,
        until,
      ]);
    const facts = () => database.stores.journeys.facts('j1');

    it('are derived anew by the sweep once their last day is over, and no fact is written', async () => {
      await database.submit(command('j1', 'resume', 'coordinator', {}));
      const [right, written] = [await keys(), await facts()];
      await database.dataSource.query(`UPDATE journey_task SET key = 'old' WHERE key = $1`, [right[0]]);
      expect((await verify()).deviations).toEqual([{ journey: 'j1', parts: ['tasks'] }]);
      await lapse(day(-5), day(-1));
      expect((await verify()).deviations).toEqual([]);
      await database.journeys.sweepLagging(database.clock.now().toISOString());
      expect(await keys()).toEqual(right);
      expect(await facts()).toEqual(written);
      expect((await verify()).deviations).toEqual([]);
    });

    it('are all written by a command that comes before the sweep', async () => {
      const right = await keys();
      await database.dataSource.query(`INSERT INTO journey_task (journey_id, key, kind, who, also, text)
        VALUES ('j1', 'yesterday', 'guard', 'candidate', '{}', 'gone today')`);
      await lapse(day(-5), day(-1));
      await database.submit(command('j1', 'record-bank', 'coordinator', { evidence: 'e-1' }));
      expect(await keys()).not.toContain('yesterday');
      expect(right).toEqual(expect.arrayContaining(await keys()));
    });

    it('are derived anew when a record changes that guards look at', async () => {
      const hold = async (): Promise<unknown> => {
        const [row] = await database.dataSource.query<{ from: string | null }[]>(
          `SELECT tasks_from::text AS "from" FROM journey WHERE id = 'j1'`,
        );
        return row?.from;
      };
      expect(await hold()).toBe(day(0));
      const programme = PROJECT.find(({ type }) => type === 'programme');
      await database.importObjects({ ...programme, name: 'Another name' });
      expect(await hold()).toBeNull();
      await database.journeys.sweepLagging(database.clock.now().toISOString());
      expect(await hold()).toBe(day(0));
    });
  });

  describe('of a journey that an older release wrote', () => {
    const older = async (): Promise<void> => {
      await database.dataSource.query(
        `UPDATE journey SET snapshot = jsonb_set(snapshot, '{shape}', '1') WHERE id = 'j1'`,
      );
      await database.dataSource.query(`DELETE FROM journey_clock WHERE journey_id = 'j1'`);
    };
    const clocks = (): Promise<unknown[]> =>
      database.dataSource.query(`SELECT 1 FROM journey_clock WHERE journey_id = 'j1'`);

    it('is written with its next command, whatever that command changes', async () => {
      await older();
      await database.submit(
        command('j1', 'record-contact-attempt', 'coordinator', { channel: 'mail', result: 'not-reached' }),
      );
      expect(await clocks()).not.toEqual([]);
    });

    it('is rebuilt on its own after an upgrade', async () => {
      await older();
      const stale = (): Promise<{ readonly report: ProjectionReport }> =>
        drained(database.journeys.rebuildProjections({ stale: true }));
      expect((await stale()).report).toEqual({ journeys: 1, deviating: 1 });
      expect(await clocks()).not.toEqual([]);
      expect((await stale()).report).toEqual({ journeys: 0, deviating: 0 });
    });
  });
});
