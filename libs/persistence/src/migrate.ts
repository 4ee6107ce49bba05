import type { DataSource } from 'typeorm';

/** Any fixed number: the advisory lock that lets one start at a time migrate. */
const MIGRATION_LOCK = 7_051_955;

/**
 * Brings the schema to the newest migration and answers the names of those it ran. Idempotent; api, worker and CLI may all
 * call it at the same moment: the others wait for the first and then find nothing to do.
 * @param dataSource initialised
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
  }
}
