import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, secureRows } from '../scope/row-security.sql';

/** Redacted versions of documents: pictures, tied to the original by its hash, vouched for by two people. */
export class CreateRedaction1798630000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE redaction (
      id text NOT NULL, programme text NOT NULL, journey text NOT NULL, file text NOT NULL, sha256 text NOT NULL,
      pages jsonb NOT NULL, proposed_by text NOT NULL, proposed_at timestamptz NOT NULL, approved_by text,
      approved_at timestamptz,
      CONSTRAINT pk_redaction PRIMARY KEY (id),
      CONSTRAINT ck_redaction_people CHECK (approved_by <> proposed_by))`);
    await db.query('CREATE INDEX ix_redaction_file ON redaction (file)');
    await db.query('CREATE INDEX ix_redaction_journey ON redaction (journey)');
    await db.query(secureRows('redaction', opensBy('programmes', 'programme')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE redaction');
  }
}
