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

describe('the catalogue', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let application: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    owner = await createOwnerDataSource(database.url).initialize();
    application = await createDataSource(database.url, { scope: EVERYTHING }).initialize();
  });
  afterAll(async () => {
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

  it('lets the application take a role that owns nothing and passes nothing by', async () => {
    const [role]: object[] = await application.query(
      `SELECT rolname AS name, rolsuper AS super, rolbypassrls AS passes, rolcanlogin AS login,
         (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(role).toEqual({ name: 'lotse_app', super: false, passes: false, login: false, owned: 0 });
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
