import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensToNobody, secureRows } from '../scope/row-security.sql';

const ACCOUNT = (table: string): string =>
  `CONSTRAINT fk_${table}_account FOREIGN KEY (account) REFERENCES account (id) ON DELETE CASCADE`;

/** Asked before anybody is known, and by administrators through the service: no scope but the whole opens them. */
const TABLES = [
  'account',
  'account_subject',
  'account_grant',
  'account_passkey',
  'account_recovery_code',
  'account_session',
  'account_challenge',
  'account_link',
  'access_token',
  'scoped_link',
];

/**
 * Who can sign in, and with what. Secrets stand here as hashes alone; names, addresses and the secret of a code generator are
 * sealed under a key of their account. Notices are mails with a secret: sealed until delivered.
 */
export class CreateAccounts1797100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE account (
      id text NOT NULL, status text NOT NULL, language text NOT NULL, email_key text, wrapped_key bytea NOT NULL,
      details bytea NOT NULL, password_hash text, totp bytea, totp_step bigint, totp_draft bytea,
      created_at timestamptz NOT NULL, changed_at timestamptz,
      CONSTRAINT pk_account PRIMARY KEY (id),
      CONSTRAINT ck_account_status CHECK (status IN ('invited', 'active', 'disabled')),
      CONSTRAINT ck_account_language CHECK (language IN ('de', 'en', 'ru', 'ky')))`);
    await db.query(`CREATE UNIQUE INDEX uq_account_email_key ON account (email_key)`);
    await db.query(`CREATE TABLE account_subject (
      issuer text NOT NULL, subject text NOT NULL, account text NOT NULL,
      CONSTRAINT pk_account_subject PRIMARY KEY (issuer, subject), ${ACCOUNT('account_subject')})`);
    await db.query(`CREATE TABLE account_grant (
      id text NOT NULL, account text NOT NULL, source text NOT NULL, role text NOT NULL, programme text, organisation text,
      person text, reference text, duties text[], valid_from date, valid_to date,
      CONSTRAINT pk_account_grant PRIMARY KEY (id), ${ACCOUNT('account_grant')})`);
    await db.query(`CREATE INDEX ix_account_grant_account ON account_grant (account)`);
    await db.query(`CREATE TABLE account_passkey (
      id text NOT NULL, account text NOT NULL, public_key bytea NOT NULL, counter bigint NOT NULL, transports text[] NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT pk_account_passkey PRIMARY KEY (id), ${ACCOUNT('account_passkey')})`);
    await db.query(`CREATE INDEX ix_account_passkey_account ON account_passkey (account)`);
    await db.query(`CREATE TABLE account_recovery_code (
      account text NOT NULL, hash text NOT NULL,
      CONSTRAINT pk_account_recovery_code PRIMARY KEY (account, hash), ${ACCOUNT('account_recovery_code')})`);
    await db.query(`CREATE TABLE account_session (
      id text NOT NULL, hash text NOT NULL, account text NOT NULL, created_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, second_factor boolean NOT NULL, proved_until timestamptz,
      CONSTRAINT pk_account_session PRIMARY KEY (id), ${ACCOUNT('account_session')})`);
    await db.query(`CREATE UNIQUE INDEX uq_account_session_hash ON account_session (hash)`);
    await db.query(`CREATE INDEX ix_account_session_account ON account_session (account)`);
    await db.query(`CREATE TABLE account_challenge (
      id text NOT NULL, kind text NOT NULL, account text, data jsonb NOT NULL, tries integer NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT pk_account_challenge PRIMARY KEY (id, kind), ${ACCOUNT('account_challenge')})`);
    await db.query(`CREATE INDEX ix_account_challenge_expires_at ON account_challenge (expires_at)`);
    await db.query(`CREATE TABLE account_link (
      account text NOT NULL, hash text NOT NULL, kind text NOT NULL, created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT pk_account_link PRIMARY KEY (account), ${ACCOUNT('account_link')})`);
    await db.query(`CREATE UNIQUE INDEX uq_account_link_hash ON account_link (hash)`);
    await db.query(`CREATE TABLE access_token (
      id text NOT NULL, hash text NOT NULL, account text NOT NULL, label text NOT NULL, scopes text[],
      created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, last_used_at timestamptz, revoked boolean NOT NULL,
      CONSTRAINT pk_access_token PRIMARY KEY (id), ${ACCOUNT('access_token')})`);
    await db.query(`CREATE UNIQUE INDEX uq_access_token_hash ON access_token (hash)`);
    await db.query(`CREATE INDEX ix_access_token_account ON access_token (account)`);
    await db.query(`CREATE TABLE scoped_link (
      id text NOT NULL, hash text NOT NULL, role text NOT NULL, organisation text, reference text, journey text NOT NULL,
      placement text, commands text[] NOT NULL, single_use boolean NOT NULL, language text NOT NULL, wrapped_key bytea NOT NULL,
      address bytea NOT NULL, created_by text NOT NULL, created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
      claimed_until timestamptz, used_at timestamptz, revoked_at timestamptz, code_hash text, code_tries integer NOT NULL,
      code_expires_at timestamptz, proved_until timestamptz,
      CONSTRAINT pk_scoped_link PRIMARY KEY (id))`);
    await db.query(`CREATE UNIQUE INDEX uq_scoped_link_hash ON scoped_link (hash)`);
    await db.query(`CREATE INDEX ix_scoped_link_journey ON scoped_link (journey)`);
    await db.query(`ALTER TABLE outbox ADD COLUMN wrapped_key bytea, ADD COLUMN sealed bytea`);
    for (const table of TABLES) await db.query(secureRows(table, opensToNobody));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM outbox WHERE kind <> 'mail'`);
    await db.query('ALTER TABLE outbox DROP COLUMN sealed, DROP COLUMN wrapped_key');
    await db.query(`DROP TABLE ${TABLES.toReversed().join(', ')}`);
  }
}
