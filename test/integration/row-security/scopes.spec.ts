import {
  createDataSource,
  createOwnerDataSource,
  createSheetReader,
  createStores,
  migrate,
  runWithScope,
  withActor,
} from '@lotse/persistence';
import { EVERYTHING, type RowScope } from '@lotse/policy';
import { createTestDatabase, type TestDatabase } from '@lotse/testing';
import type { DataSource } from 'typeorm';
import { SCOPES, seedTenants, TABLES, TENANTS, tenantsIn } from './tenants';

jest.setTimeout(120_000);

describe('row-level security', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let application: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    owner = await createOwnerDataSource(database.url).initialize();
    application = await createDataSource(database.url, { poolSize: 5 }).initialize();
    await seedTenants(owner);
  });
  afterAll(async () => {
    await application.destroy();
    await owner.destroy();
    await database.drop();
  });

  const rowsOf = (scope: RowScope | undefined, table: string): Promise<object[]> =>
    withActor(application, scope, (tx) =>
      tx.query<Record<string, unknown>>(`all-${table}`, `SELECT * FROM ${table}`, []),
    );

  it.each(TABLES)('shows no row of %s without a scope, and every one to Lotse itself', async (table) => {
    expect(await rowsOf(undefined, table)).toEqual([]);
    expect(tenantsIn(await rowsOf(EVERYTHING, table))).toHaveLength(TENANTS);
  });

  it.each(Object.keys(SCOPES))(
    'shows a %s the rows of their own tenant alone, in every table',
    async (kind) => {
      const seen: Record<string, number[]> = {};
      for (const table of TABLES) seen[table] = tenantsIn(await rowsOf(SCOPES[kind]?.(4), table));
      const foreign = Object.entries(seen).filter(([, tenants]) => tenants.some((tenant) => tenant !== 4));
      // Whoever coordinates picks partners from all organisations of the installation.
      expect(foreign.map(([table]) => table)).toEqual(kind === 'coordinator' ? ['record'] : []);
      expect(seen.journey).toEqual([4]);
      expect(seen.fact).toEqual([4]);
      expect(seen.api_token).toEqual([]);
    },
  );

  it('shows a coordinator no person, programme or agreement of others', async () => {
    const rows = await rowsOf(SCOPES.coordinator?.(4), 'record');
    expect(tenantsIn(rows.filter((row) => !('type' in row && row.type === 'organisation')))).toEqual([4]);
  });

  it.each(Object.keys(SCOPES))(
    'answers a %s through every reading store as if others were not there',
    async (kind) => {
      const stores = createStores(application);
      const sheets = createSheetReader(application);
      const look = {
        commandId: 'cmd7-1',
        journeyId: 'j7-1',
        organisations: ['c7'],
        spansPerson: false,
        needsPerson: true,
      };
      const scope = SCOPES[kind]?.(4) ?? EVERYTHING;
      const answers = await runWithScope(scope, async () => [
        await stores.journeys.list({ limit: 1_000 }),
        await stores.journeys.facts('j7-1'),
        await stores.projections.stored('j7-1'),
        await stores.inbox.list({ now: '2026-01-06T12:00:00Z', limit: 1_000 }),
        await stores.inbox.deputies({ on: '2026-01-15' }),
        await stores.wakes.pending(),
        await sheets.sheet({ programme: 't7' }),
      ]);
      expect(tenantsIn(answers.slice(0, 5))).toEqual([4]);
      expect(answers[5]).toBe(3);
      expect(answers[6]).toMatchObject({ ok: false, problem: { code: 'programme-unknown' } });
      const found = await runWithScope(scope, () => stores.journeys.look(look));
      expect(found).toMatchObject({ journeyTaken: true, command: { bodyHash: '', version: 0 } });
      expect(found.journey).toBeUndefined();
      expect(found.person).toBeUndefined();
      expect(found.wrappedKey).toBeUndefined();
    },
  );

  it('refuses a row in a foreign journey, and takes one in an own', async () => {
    const put = (journey: string): Promise<object[]> =>
      withActor(application, SCOPES.company?.(4), (tx) =>
        tx.query('put', `INSERT INTO contract (id, journey_id) VALUES ('new-' || $1, $1)`, [journey]),
      );
    await expect(put('j7-1')).rejects.toMatchObject({ code: '42501' });
    await expect(put('j4-1')).resolves.toEqual([]);
  });

  it('changes and deletes nothing foreign', async () => {
    const changed = await withActor(application, SCOPES.university?.(4), async (tx) => [
      await tx.query('change', `UPDATE journey SET stage = 'DONE' WHERE id = 'j7-1' RETURNING id`, []),
      await tx.query('remove', `DELETE FROM placement WHERE journey_id = 'j7-1' RETURNING id`, []),
    ]);
    expect(changed).toEqual([[], []]);
    await expect(
      withActor(application, SCOPES.university?.(4), (tx) =>
        tx.query('give-away', `UPDATE journey SET university = 'u7', companies = '{}' WHERE id = 'j4-1'`, []),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('lets a university begin a journey of its own in one statement, and none for another', async () => {
    const nominate = (journey: string, university: string): Promise<object[]> =>
      withActor(application, SCOPES.university?.(4), (tx) =>
        tx.query(
          'nominate',
          `WITH new_journey AS (
             INSERT INTO journey (id, programme, person, template, stage, phase, status, version, youngest_on, last_recorded_at,
               companies, university, assigned, snapshot)
             VALUES ($1, 't4', 'person-' || $1, 't@1', 'NOM', 'universitySelection', 'open', 1, '2026-01-05', now(), '{}', $2, '{}', '{}')),
           facts AS (INSERT INTO contract (id, journey_id) VALUES ('contract-' || $1, $1))
           INSERT INTO wake (journey_id, version) VALUES ($1, 1)`,
          [journey, university],
        ),
      );
    await expect(nominate('new-1', 'u4')).resolves.toEqual([]);
    await expect(nominate('new-2', 'u7')).rejects.toMatchObject({ code: '42501' });
    await owner.query(`DELETE FROM contract WHERE journey_id = 'new-1'`);
    await owner.query(`DELETE FROM wake WHERE journey_id = 'new-1'`);
    await owner.query(`DELETE FROM journey WHERE id = 'new-1'`);
  });

  it('looks across scopes for rules alone, and is in its own scope again after', async () => {
    const [before, across, after] = await withActor(application, SCOPES.candidate?.(4), (tx) =>
      Promise.all([
        tx.query<{ n: number }>('count', 'SELECT count(*)::int AS n FROM journey', []),
        tx.across<{ n: number }>('count', 'SELECT count(*)::int AS n FROM journey', []),
        tx.query<{ n: number }>('count', 'SELECT count(*)::int AS n FROM journey', []),
      ]),
    );
    expect([before, across, after].map((rows) => rows?.[0]?.n)).toEqual([3, 30, 3]);
  });

  it('leaves no scope to the connection after it, whatever became of the transaction', async () => {
    const failing = withActor(application, SCOPES.coordinator?.(1), (tx) =>
      tx.query('fail', 'SELECT 1 / 0', []),
    );
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    await rowsOf(SCOPES.coordinator?.(2), 'journey');
    const left = await Promise.all(Array.from({ length: 20 }, () => rowsOf(undefined, 'journey')));
    expect(left.flat()).toEqual([]);
  });

  it('mixes nothing in 10,000 transactions of ten tenants over five connections', async () => {
    const kinds = Object.keys(SCOPES);
    const foreign: string[] = [];
    let answered = 0;
    const client = async (from: number): Promise<void> => {
      for (let turn = from; turn < 10_000; turn += 50) {
        const kind = kinds[turn % kinds.length] ?? 'coordinator';
        const tenant = (turn % TENANTS) + 1;
        const scope = SCOPES[kind]?.(tenant);
        const rows = await runWithScope(scope ?? EVERYTHING, async () =>
          withActor(application, scope, async (tx) => {
            const found = await tx.query<Record<string, unknown>>(
              'mixed',
              'SELECT journey_id, data FROM fact',
              [],
            );
            if (turn % 7 === 0) throw Object.assign(new Error('rolled back'), { found });
            return found;
          }),
        ).catch((error: unknown) => (error as { found: object[] }).found);
        answered += 1;
        const tenants = tenantsIn(rows);
        if (tenants.length !== 1 || tenants[0] !== tenant)
          foreign.push(`${turn}: ${kind} of ${tenant} saw ${tenants}`);
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, from) => client(from)));
    process.stdout.write(
      `mixed over five connections: ${answered} of ${TENANTS} tenants, 50 at once, foreign rows: ${foreign.length}\n`,
    );
    expect(foreign).toEqual([]);
    expect(answered).toBe(10_000);
  });
});
