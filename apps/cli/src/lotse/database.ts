import { createDataSource, migrate, withActor } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';

/** A CLI call does one thing at a time; the import's transactions and a reader beside them. */
const POOL_SIZE = 4;

export type Database = ReturnType<typeof createDataSource>;

export const openDatabase = (url: string): Promise<Database> =>
  createDataSource(url, { poolSize: POOL_SIZE, applicationName: 'cli', scope: EVERYTHING }).initialize();

/** Brings the schema up to date, safe when several processes do it at once, and lets `work` follow. */
export async function onMigratedDatabase(
  url: string,
  work: (database: Database) => Promise<unknown>,
): Promise<void> {
  await migrate(url);
  const database = await openDatabase(url);
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

/** True when something in the database can be read with its master key only. */
export async function isSealed(database: Database): Promise<boolean> {
  const rows = await withActor(database, EVERYTHING, (tx) =>
    tx.query('sealed', 'SELECT FROM person_key LIMIT 1', []),
  );
  return rows.length > 0;
}
