import { createDataSource, createOwnerDataSource, migrate } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import { createTestDatabase, type TestDatabase } from '@lotse/testing';
import type { DataSource } from 'typeorm';

/** Tables without anybody's data. */
const NOBODYS = ['migrations'];

const UNSAFE_TABLES = `
  SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
    EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS policy
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
    AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
  ORDER BY 1`;

/** Views that would read as their owner, and copies that no policy reaches. */
const UNSAFE_VIEWS = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND (c.relkind = 'm'
    OR (c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)))`;

const ROLE = `
  SELECT rolname AS name, rolsuper AS super, rolbypassrls AS passes, rolcanlogin AS login,
    (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = current_user`;

/** Policies that ask for nothing, and whom they are for. */
const UNCONDITIONAL = `
  SELECT DISTINCT policyname AS name, roles::text[] AS roles FROM pg_policies WHERE schemaname = 'public' AND (qual = 'true' OR with_check = 'true')`;

/** Roles that are no superuser and would have those policies without taking the role. */
const HAVE_EVERYTHING = `
  SELECT rolname AS name FROM pg_roles r
  WHERE NOT rolsuper AND rolname <> 'lotse_all' AND pg_has_role(r.oid, 'lotse_all', 'USAGE')`;

/** Tables of the application where the scope "everything" would pay for the conditions of others. */
const NOT_OPEN = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'everything')`;

describe('the catalogue', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let application: DataSource;
  let unscoped: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    owner = await createOwnerDataSource(database.url).initialize();
    application = await createDataSource(database.url, { scope: EVERYTHING }).initialize();
    unscoped = await createDataSource(database.url).initialize();
  });
  afterAll(async () => {
    await unscoped.destroy();
    await application.destroy();
    await owner.destroy();
    await database.drop();
  });

  const unsafeTables = (): Promise<object[]> => owner.query(UNSAFE_TABLES, [NOBODYS]);

  it('has row-level security, forced and with a policy, on every table', async () => {
    expect(await unsafeTables()).toEqual([]);
  });

  it('would show a table without a policy', async () => {
    await owner.query('CREATE TABLE planted (person text)');
    expect(await unsafeTables()).toEqual([{ name: 'planted', enabled: false, forced: false, policy: false }]);
    await owner.query('ALTER TABLE planted ENABLE ROW LEVEL SECURITY');
    expect(await unsafeTables()).toHaveLength(1);
    await owner.query('DROP TABLE planted');
  });

  it('has no view that reads as its owner', async () => {
    expect(await owner.query(UNSAFE_VIEWS)).toEqual([]);
    await owner.query('CREATE VIEW planted AS SELECT * FROM journey');
    expect(await owner.query(UNSAFE_VIEWS)).toEqual([{ name: 'planted' }]);
    await owner.query('DROP VIEW planted');
  });

  it('lets the application take two roles that own nothing and pass nothing by', async () => {
    const role = (source: DataSource): Promise<object[]> => source.query(ROLE);
    const harmless = { super: false, passes: false, login: false, owned: 0 };
    expect(await role(application)).toEqual([{ name: 'lotse_all', ...harmless }]);
    expect(await role(unscoped)).toEqual([{ name: 'lotse_app', ...harmless }]);
  });

  it('has policies without a condition for the role of everything alone, which none of the others has by itself', async () => {
    const open: object[] = await owner.query(UNCONDITIONAL);
    expect(open).toEqual([{ name: 'everything', roles: ['lotse_all'] }]);
    expect(await owner.query(HAVE_EVERYTHING)).toEqual([]);
    await owner.query('CREATE POLICY planted ON journey USING (true)');
    expect(await owner.query(UNCONDITIONAL)).toHaveLength(2);
    await owner.query('DROP POLICY planted ON journey');
  });

  it('opens every table that the application reaches to the role of everything', async () => {
    expect(await owner.query(NOT_OPEN, [NOBODYS])).toEqual([]);
  });

  it('shows nothing to the first role, or to the owner, without a scope', async () => {
    await owner.query(`INSERT INTO wake (journey_id, version) VALUES ('j01', 1)`);
    const seen = async (source: DataSource, before: string): Promise<unknown> => {
      const runner = source.createQueryRunner();
      try {
        await runner.query(before);
        return await runner.query('SELECT version FROM wake');
      } finally {
        await runner.query('RESET ALL');
        await runner.release();
      }
    };
    expect(await seen(unscoped, 'SELECT 1')).toEqual([]);
    expect(await seen(owner, `SET lotse.scope TO ''`)).toEqual([]);
    expect(await seen(application, 'SELECT 1')).toEqual([{ version: 1 }]);
  });

  it('lets the application change neither tables nor policies', async () => {
    for (const statement of [
      'ALTER TABLE journey DISABLE ROW LEVEL SECURITY',
      'DROP POLICY scope ON journey',
      'TRUNCATE journey CASCADE',
      'SELECT * FROM migrations',
    ])
      await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
