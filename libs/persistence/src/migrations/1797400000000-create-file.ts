import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, opensByAccount, opensByJourney, secureRows } from '../scope/row-security.sql';

/** Files of a journey open with it, those of a programme with that; whoever sent one sees it, and the person it tells of. */
const OPENS = `(${opensByJourney('journey_id')} OR (journey_id IS NULL AND ${opensBy('programmes', 'programme')})
  OR ${opensBy('persons', 'person')} OR ${opensByAccount('uploaded_by')})`;

/** What is known of each file; the sealed bytes lie in the file store under `address`. A suspect file keeps its row alone. */
export class CreateFile1797400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE file (
      id text NOT NULL, programme text NOT NULL, journey_id text, person text, reference text, topic text NOT NULL,
      type text NOT NULL, size integer NOT NULL, sha256 text NOT NULL, address text NOT NULL,
      state text NOT NULL, signature text, uploaded_by text NOT NULL, uploaded_at timestamptz NOT NULL,
      scanned_at timestamptz, name bytea NOT NULL, own_key bytea,
      CONSTRAINT pk_file PRIMARY KEY (id),
      CONSTRAINT ck_file_state CHECK (state IN ('pending', 'clean', 'suspect')),
      CONSTRAINT ck_file_key CHECK ((person IS NULL) = (own_key IS NOT NULL)))`);
    await db.query(`CREATE INDEX ix_file_journey ON file (journey_id) WHERE journey_id IS NOT NULL`);
    await db.query(`CREATE INDEX ix_file_person ON file (person) WHERE person IS NOT NULL`);
    await db.query(
      `CREATE INDEX ix_file_reference ON file (programme, reference) WHERE reference IS NOT NULL`,
    );
    await db.query(`CREATE INDEX ix_file_pending ON file (id) WHERE state = 'pending'`);
    await db.query(`CREATE INDEX ix_file_address ON file (address)`);
    await db.query(secureRows('file', OPENS));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE file');
  }
}
