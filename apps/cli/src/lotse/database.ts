import { createDataSource, migrate } from '@lotse/persistence';

/** A CLI call does one thing at a time; the import's transactions and a reader beside them. */
const POOL_SIZE = 4;

export type Database = ReturnType<typeof createDataSource>;

export const openDatabase = (url: string): Promise<Database> =>
  createDataSource(url, { poolSize: POOL_SIZE, applicationName: 'cli' }).initialize();

/** Brings the schema up to date, safe when several processes do it at once, and lets `work` follow on the same connection. */
export async function onMigratedDatabase(
  url: string,
  work: (database: Database) => Promise<unknown>,
): Promise<void> {
  const database = await openDatabase(url);
  try {
    await migrate(database);
    await work(database);
  } finally {
    await database.destroy();
  }
}

/** True when something in the database can be read with its master key only. */
export async function isSealed(database: Database): Promise<boolean> {
  const rows: readonly unknown[] = await database.query('SELECT FROM person_key LIMIT 1');
  return rows.length > 0;
}
