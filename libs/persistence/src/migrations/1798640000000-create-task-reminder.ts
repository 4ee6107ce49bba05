import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensByJourney, secureRows } from '../scope/row-security.sql';

/** Who had a task's mail sent, and when: one row for each day on which it was done. */
export class CreateTaskReminder1798640000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE task_reminder (
      journey_id text NOT NULL, key text NOT NULL, on_day date NOT NULL,
      who text NOT NULL, submitted_by text NOT NULL, recorded_at timestamptz NOT NULL,
      CONSTRAINT pk_task_reminder PRIMARY KEY (journey_id, key, on_day))`);
    await db.query(secureRows('task_reminder', opensByJourney('journey_id')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE task_reminder');
  }
}
