import type { DataSource, QueryRunner } from 'typeorm';
import { createOwnerDataSource } from './data-source';
import { NewerSchemaError } from './newer-schema-error';
import { ensureApplicationRoles } from './scope/application-role';

/** Any fixed number: the advisory lock that lets one start at a time migrate. */
const MIGRATION_LOCK = 7_051_955;

/** A release that goes back to an older one is refused before it reads or writes anything. */
async function mustKnowAll(owner: DataSource, holder: QueryRunner): Promise<void> {
  if (!(await holder.hasTable('migrations'))) return;
  const known = new Set(owner.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const ran: { name: string }[] = await holder.query('SELECT name FROM migrations ORDER BY id');
  const unknown = ran.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
}

async function migrateOn(owner: DataSource, holder: QueryRunner): Promise<string[]> {
  await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await mustKnowAll(owner, holder);
    await ensureApplicationRoles(holder);
    const ran = await owner.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

/**
 * Brings the schema to the newest migration, as the database's owner, and answers the names of those it ran. Idempotent; api,
 * worker and CLI may all call it at the same moment: the others wait for the first and then find nothing to do.
 * @param url as the owner
 * @throws ApplicationRoleError when the application's role is missing and the owner may not make it
 * @throws NewerSchemaError when a newer release has been here; nothing is changed then
 */
export async function migrate(url: string): Promise<string[]> {
  const owner = await createOwnerDataSource(url).initialize();
  try {
    const holder = owner.createQueryRunner();
    try {
      return await migrateOn(owner, holder);
    } finally {
      await holder.release();
    }
  } finally {
    await owner.destroy();
  }
}
