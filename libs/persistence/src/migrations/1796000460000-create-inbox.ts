import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decide about their own work: when to look at a task again, and who stands in for them. Appended, never changed. */
export class CreateInbox1796000460000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE snooze (
      journey_id text NOT NULL, key text NOT NULL, number integer NOT NULL,
      follow_up_on date NOT NULL, submitted_by text NOT NULL, recorded_at timestamptz NOT NULL,
      CONSTRAINT pk_snooze PRIMARY KEY (journey_id, key, number))`);
    await db.query(`CREATE TABLE deputy (
      account text NOT NULL, number integer NOT NULL, deputy text NOT NULL,
      from_day date NOT NULL, to_day date NOT NULL, withdraws integer,
      submitted_by text NOT NULL, recorded_at timestamptz NOT NULL,
      CONSTRAINT pk_deputy PRIMARY KEY (account, number),
      CONSTRAINT ck_deputy_days CHECK (from_day <= to_day))`);
    await db.query('CREATE INDEX ix_deputy_deputy ON deputy (deputy)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE deputy, snooze');
  }
}
