import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, secureRows } from '../scope/row-security.sql';

/** Reports that are signed and never change, samples drawn to check them, and rooms in which auditors look. */
export class CreateReport1798500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE report (
      id text NOT NULL, programme text NOT NULL, as_of date NOT NULL, known_at timestamptz NOT NULL, state text NOT NULL,
      content text NOT NULL, sha256 text NOT NULL, kinds text[] NOT NULL, proposed_by text NOT NULL,
      proposed_at timestamptz NOT NULL, signatures jsonb NOT NULL,
      CONSTRAINT pk_report PRIMARY KEY (id),
      CONSTRAINT ck_report_state CHECK (state IN ('proposed', 'signed', 'withdrawn')))`);
    await db.query('CREATE INDEX ix_report_programme ON report (programme, proposed_at)');
    await db.query(`CREATE FUNCTION lotse_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' OR OLD.state <> 'proposed' OR (OLD.id, OLD.programme, OLD.as_of, OLD.known_at, OLD.content, OLD.sha256,
            OLD.kinds, OLD.proposed_by, OLD.proposed_at) IS DISTINCT FROM (NEW.id, NEW.programme, NEW.as_of, NEW.known_at,
            NEW.content, NEW.sha256, NEW.kinds, NEW.proposed_by, NEW.proposed_at)
        THEN RAISE EXCEPTION 'A report never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER report_stays BEFORE UPDATE OR DELETE ON report
      FOR EACH ROW EXECUTE FUNCTION lotse_report_stays()`);
    await db.query(`CREATE TABLE sample (
      id text NOT NULL, programme text NOT NULL, report text, as_of date NOT NULL, known_at timestamptz NOT NULL,
      indicator text NOT NULL, share integer NOT NULL, seed text NOT NULL, answers_until date NOT NULL, population integer NOT NULL,
      drawn_by text NOT NULL, drawn_at timestamptz NOT NULL,
      CONSTRAINT pk_sample PRIMARY KEY (id),
      CONSTRAINT ck_sample_share CHECK (share BETWEEN 20 AND 40))`);
    await db.query('CREATE INDEX ix_sample_programme ON sample (programme, drawn_at)');
    await db.query(`CREATE TABLE sample_unit (
      sample text NOT NULL, unit text NOT NULL, programme text NOT NULL, stratum text NOT NULL, journey text, facts text[] NOT NULL,
      evidence text[] NOT NULL, finding text, found_by text, found_at timestamptz, answer text, answered_by text,
      answered_at timestamptz, outcome text, settled_by text, settled_at timestamptz,
      CONSTRAINT pk_sample_unit PRIMARY KEY (sample, unit))`);
    await db.query(`CREATE TABLE audit_room (
      id text NOT NULL, programme text NOT NULL, sample text NOT NULL, account text NOT NULL, from_day date NOT NULL,
      to_day date NOT NULL, opened_by text NOT NULL, opened_at timestamptz NOT NULL,
      CONSTRAINT pk_audit_room PRIMARY KEY (id),
      CONSTRAINT ck_audit_room_days CHECK (from_day <= to_day))`);
    await db.query('CREATE INDEX ix_audit_room_programme ON audit_room (programme)');
    for (const table of ['report', 'sample', 'sample_unit', 'audit_room'])
      await db.query(secureRows(table, opensBy('programmes', 'programme')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_room, sample_unit, sample, report');
    await db.query('DROP FUNCTION lotse_report_stays');
  }
}
