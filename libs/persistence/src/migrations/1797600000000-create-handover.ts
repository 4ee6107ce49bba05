import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensByJourney, secureRows } from '../scope/row-security.sql';

/** Who a task was handed to, and why, as a code. Appended, never changed: the last one counts. */
export class CreateHandover1797600000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE handover (
      journey_id text NOT NULL, key text NOT NULL, number integer NOT NULL,
      account text NOT NULL, reason text NOT NULL, submitted_by text NOT NULL, recorded_at timestamptz NOT NULL,
      CONSTRAINT pk_handover PRIMARY KEY (journey_id, key, number))`);
    await db.query(secureRows('handover', opensByJourney('journey_id')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE handover');
  }
}
