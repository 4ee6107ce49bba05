import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The batch that a command came in with, so that the batch can be undone as one. */
export class MarkBatches1796000520000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE command ADD COLUMN batch text');
    await db.query(
      'CREATE INDEX ix_command_batch ON command (batch, journey_id, version) WHERE batch IS NOT NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_command_batch');
    await db.query('ALTER TABLE command DROP COLUMN batch');
  }
}
