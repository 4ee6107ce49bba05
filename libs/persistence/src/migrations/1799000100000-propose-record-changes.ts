import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people enter the next version of what a signed report counts, as two strike it out: one table for both proposals. */
export class ProposeRecordChanges1799000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE record_strike RENAME TO record_proposal');
    await db.query('ALTER TABLE record_proposal RENAME COLUMN reason TO change');
    await db.query('ALTER TABLE record_proposal RENAME CONSTRAINT pk_record_strike TO pk_record_proposal');
  }

  /** Proposed versions are no reasons to strike anything out: whoever proposed one does so again. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM record_proposal WHERE length(change) > 40`);
    await db.query('ALTER TABLE record_proposal RENAME CONSTRAINT pk_record_proposal TO pk_record_strike');
    await db.query('ALTER TABLE record_proposal RENAME COLUMN change TO reason');
    await db.query('ALTER TABLE record_proposal RENAME TO record_strike');
  }
}
