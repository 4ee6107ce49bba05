import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice that waits to be sent names the account it is for, so that it goes with the account when that is erased. */
export class NameNotices1798900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE outbox ADD COLUMN account text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE outbox DROP COLUMN account');
  }
}
