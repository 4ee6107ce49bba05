import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A last version of a record that says it is struck out, and why. What was known before stays. */
export class StrikeRecords1798620000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE record ADD COLUMN struck text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE record DROP COLUMN struck');
  }
}
