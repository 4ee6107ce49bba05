import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensToNobody, secureRows } from '../scope/row-security.sql';

const TABLES = ['erasure', 'legal_hold', 'retention_period'] as const;

/**
 * Erasures as a ledger (docs/adr/0011): ids, counts and what is left to do outside the database. Holds that stop an erasure, and
 * periods of retention that an installation has set. Lotse's own work: no scope but "everything" opens a row.
 */
export class CreateErasure1797500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE erasure (
      id text NOT NULL, person text NOT NULL, persons text[] NOT NULL, journeys text[] NOT NULL, mails text[] NOT NULL,
      contents text[] NOT NULL, cause text NOT NULL, requested_by text NOT NULL, erased_at timestamptz NOT NULL,
      counts jsonb NOT NULL, contents_at timestamptz, noted_at timestamptz, histories integer, histories_at timestamptz,
      CONSTRAINT pk_erasure PRIMARY KEY (id),
      CONSTRAINT ck_erasure_cause CHECK (cause IN ('request', 'retention', 'restore')))`);
    await db.query('CREATE INDEX ix_erasure_persons ON erasure USING gin (persons)');
    await db.query(`CREATE INDEX ix_erasure_unfinished ON erasure (erased_at)
      WHERE contents_at IS NULL OR noted_at IS NULL OR histories_at IS NULL`);
    await db.query(`CREATE TABLE legal_hold (
      id text NOT NULL, person text NOT NULL, set_by text NOT NULL, set_at timestamptz NOT NULL, secret bytea NOT NULL,
      lifted_by text, lifted_at timestamptz, lift_secret bytea,
      CONSTRAINT pk_legal_hold PRIMARY KEY (id),
      CONSTRAINT ck_legal_hold_lifted CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)))`);
    await db.query('CREATE INDEX ix_legal_hold_person ON legal_hold (person)');
    await db.query(`CREATE TABLE retention_period (
      data_class text NOT NULL, period text NOT NULL, set_by text NOT NULL, set_at timestamptz NOT NULL,
      CONSTRAINT pk_retention_period PRIMARY KEY (data_class))`);
    for (const table of TABLES) await db.query(secureRows(table, opensToNobody));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}
