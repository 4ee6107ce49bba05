import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToEverything } from '../scope/row-security.sql';

/** Tables that were secured before there was the second role. */
const WITHOUT = `
  SELECT c.oid::regclass::text AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'scope')
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'everything')`;

/** The role for the scope "everything" gets its policy on tables that an older release made (docs/adr/0009). */
export class OpenToEverything1798100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const tables: { name: string }[] = await db.query(WITHOUT);
    for (const { name } of tables) await db.query(openToEverything(name));
  }

  /** The policies go with those of the scope: no older release takes the role that they are for. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
