import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, secureRows } from '../scope/row-security.sql';

/** Who wants a record struck out that a signed report counts: it is, once a second person says the same. */
export class CreateRecordStrike1798900201000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE record_strike (
      type text NOT NULL, id text NOT NULL, programme text NOT NULL, reason text NOT NULL, proposed_by text NOT NULL,
      proposed_at timestamptz NOT NULL,
      CONSTRAINT pk_record_strike PRIMARY KEY (type, id))`);
    await db.query(secureRows('record_strike', opensBy('programmes', 'programme')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE record_strike');
  }
}
