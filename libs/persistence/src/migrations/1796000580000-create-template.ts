import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programme templates as data: a draft may change, what is published never does. */
export class CreateTemplate1796000580000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE template (
      id text NOT NULL, status text NOT NULL, body jsonb NOT NULL,
      submitted_by text NOT NULL, recorded_at timestamptz NOT NULL, published_at timestamptz,
      CONSTRAINT pk_template PRIMARY KEY (id),
      CONSTRAINT ck_template_status CHECK (status IN ('draft', 'published')))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE template');
  }
}
