import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What leaves the system by mail. `reminder` is written with the fact of a fired clock, one row for each address it concerns,
 * and its key lets nothing go out twice; `outbox` holds the mails made of them, by ids and codes alone. Addresses are sealed.
 */
export class CreateOutbox1796004000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE contact_point (
      id text NOT NULL, programme text NOT NULL, role text NOT NULL, organisation text, person text,
      language text NOT NULL, wrapped_key bytea NOT NULL, address bytea NOT NULL, created_at timestamptz NOT NULL,
      CONSTRAINT pk_contact_point PRIMARY KEY (id),
      CONSTRAINT ck_contact_point_language CHECK (language IN ('de', 'en', 'ru', 'ky')))`);
    await db.query(`CREATE INDEX ix_contact_point_recipient ON contact_point (programme, role)`);
    await db.query(`CREATE TABLE reminder (
      contact_point text NOT NULL, journey_id text NOT NULL, clock text NOT NULL, due_on date NOT NULL,
      effect text NOT NULL, programme text NOT NULL, created_at timestamptz NOT NULL, outbox_id text,
      CONSTRAINT pk_reminder PRIMARY KEY (contact_point, journey_id, clock, due_on))`);
    await db.query(
      `CREATE INDEX ix_reminder_waiting ON reminder (programme, contact_point) WHERE outbox_id IS NULL`,
    );
    await db.query(`CREATE TABLE outbox (
      id text NOT NULL, kind text NOT NULL, contact_point text NOT NULL, programme text NOT NULL, role text NOT NULL,
      organisation text, language text NOT NULL, day date NOT NULL, data jsonb NOT NULL, created_at timestamptz NOT NULL,
      claimed_until timestamptz, attempts integer NOT NULL, tried_at timestamptz, last_code text,
      delivered_at timestamptz, died_at timestamptz,
      CONSTRAINT pk_outbox PRIMARY KEY (id))`);
    await db.query(`CREATE UNIQUE INDEX uq_outbox_contact_point_day ON outbox (contact_point, day)`);
    await db.query(
      `CREATE INDEX ix_outbox_waiting ON outbox (claimed_until) WHERE delivered_at IS NULL AND died_at IS NULL`,
    );
    await db.query(`CREATE INDEX ix_outbox_dead ON outbox (died_at) WHERE died_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outbox, reminder, contact_point');
  }
}
