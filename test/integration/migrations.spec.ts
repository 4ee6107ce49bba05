import { createOwnerDataSource, migrate } from '@lotse/persistence';
import { createTestDatabase, type TestDatabase } from '@lotse/testing';
import type { DataSource } from 'typeorm';

/** Every column, index and constraint of the schema, as PostgreSQL describes them. */
async function schemaOf(dataSource: DataSource): Promise<unknown> {
  const columns: unknown = await dataSource.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`,
  );
  const indexes: unknown = await dataSource.query(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
  );
  const constraints: unknown = await dataSource.query(
    `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass ORDER BY 1, 2`,
  );
  return { columns, indexes, constraints };
}

describe('the migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createOwnerDataSource(database.url).initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('leave nothing behind when they go down, and the same schema when they come up again', async () => {
    const ran = await migrate(database.url);
    const first = await schemaOf(dataSource);
    for (const _ of ran) await dataSource.undoLastMigration();
    const tables: { tablename: string }[] = await dataSource.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(tables).toEqual([{ tablename: 'migrations' }]);
    expect(await migrate(database.url)).toEqual(ran);
    expect(await schemaOf(dataSource)).toEqual(first);
  });

  it('make what the entities describe', async () => {
    await migrate(database.url);
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('are not gone back behind: a release that does not know all that ran is refused, and changes nothing', async () => {
    await migrate(database.url);
    const before = await schemaOf(dataSource);
    await dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'OfTomorrow9999999999999')`,
    );
    await dataSource.query(`DELETE FROM migrations WHERE name LIKE 'PlaceFiles%'`);
    await expect(migrate(database.url)).rejects.toMatchObject({
      code: 'schema-newer',
      message: expect.stringContaining('OfTomorrow9999999999999'),
    });
    expect(await schemaOf(dataSource)).toEqual(before);
  });

  it('run once when several processes start at the same moment', async () => {
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)));
    expect(ran.flat()).toHaveLength(dataSource.migrations.length);
  });
});
