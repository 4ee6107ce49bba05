import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, opensByAccount, opensByJourney, secureRows } from '../scope/row-security.sql';

/** What people say and decide beside the facts: notes, complaints without a name, approvals, emergency access. */
export class CreateChannels1797200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE note (
      id text NOT NULL, journey_id text NOT NULL, person text NOT NULL, audience text NOT NULL, owner text NOT NULL,
      author_role text NOT NULL, author_organisation text, submitted_by text NOT NULL, recorded_at timestamptz NOT NULL,
      secret bytea NOT NULL,
      CONSTRAINT pk_note PRIMARY KEY (id),
      CONSTRAINT ck_note_audience CHECK (audience IN ('internal', 'shared')))`);
    await db.query('CREATE INDEX ix_note_journey ON note (journey_id, recorded_at)');
    await db.query(`CREATE TABLE complaint (
      id text NOT NULL, programme text NOT NULL, organisation text, filed_on date NOT NULL, code_hash text NOT NULL,
      wrapped_key bytea NOT NULL, secret bytea NOT NULL, acknowledged_on date, answered_on date, answered_by text, outcome bytea,
      CONSTRAINT pk_complaint PRIMARY KEY (id))`);
    await db.query('CREATE UNIQUE INDEX uq_complaint_code ON complaint (code_hash)');
    await db.query('CREATE INDEX ix_complaint_programme ON complaint (programme)');
    await db.query(`CREATE TABLE approval (
      id text NOT NULL, journey_id text NOT NULL, person text NOT NULL, command text NOT NULL, needs jsonb NOT NULL,
      requester jsonb NOT NULL, requested_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, state text NOT NULL,
      votes jsonb NOT NULL, secret bytea NOT NULL,
      CONSTRAINT pk_approval PRIMARY KEY (id),
      CONSTRAINT ck_approval_state CHECK (state IN ('open', 'submitting', 'done', 'refused', 'revoked', 'expired')))`);
    await db.query('CREATE INDEX ix_approval_journey ON approval (journey_id, requested_at)');
    await db.query(`CREATE TABLE emergency_access (
      id text NOT NULL, account text NOT NULL, journey_id text NOT NULL, person text NOT NULL,
      opened_at timestamptz NOT NULL, until timestamptz NOT NULL, secret bytea NOT NULL,
      CONSTRAINT pk_emergency_access PRIMARY KEY (id),
      CONSTRAINT ck_emergency_access_hours CHECK (until <= opened_at + interval '3 hours'))`);
    await db.query('CREATE INDEX ix_emergency_access_account ON emergency_access (account, journey_id)');
    await db.query(secureRows('note', opensByJourney('journey_id')));
    await db.query(secureRows('approval', opensByJourney('journey_id')));
    await db.query(secureRows('complaint', opensBy('programmes', 'programme')));
    await db.query(secureRows('emergency_access', opensByAccount('account')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE emergency_access, approval, complaint, note');
  }
}
