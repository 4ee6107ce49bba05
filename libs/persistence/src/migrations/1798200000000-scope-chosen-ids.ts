import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, its key until now, and its key from now on. */
const KEYS = [
  ['note', 'id', 'journey_id, id'],
  ['approval', 'id', 'journey_id, id'],
  ['emergency_access', 'id', 'account, id'],
] as const;

/** Ids that people choose stand for something within a journey or account: what others chose is not told by a clash. */
export class ScopeChosenIds1798200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, , scoped] of KEYS) await db.query(keyOf(table, scoped));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, alone] of KEYS) await db.query(keyOf(table, alone));
  }
}

const keyOf = (table: string, columns: string): string =>
  `ALTER TABLE ${table} DROP CONSTRAINT pk_${table}, ADD CONSTRAINT pk_${table} PRIMARY KEY (${columns})`;
