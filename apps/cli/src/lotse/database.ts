import { createDataSource, migrate } from '@lotse/persistence';

/** A CLI call does one thing at a time; the import's transactions and a reader beside them. */
const POOL_SIZE = 4;

export type Database = Awaited<ReturnType<typeof openDatabase>>;

export async function openDatabase(url: string) {
  return createDataSource(url, { poolSize: POOL_SIZE, applicationName: 'cli' }).initialize();
}

/** Brings the schema up to date; safe when several processes do it at once, without effect when it is. */
export async function migrateDatabase(url: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    await migrate(database);
  } finally {
    await database.destroy();
  }
}
