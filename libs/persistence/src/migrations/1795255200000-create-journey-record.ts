import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The record: facts, the commands that made them and everything folded from them in the same transaction.
 * Ids, days, codes and numbers stand in clear for SQL; free text and all of a person stand sealed in `secret`.
 */
export class CreateJourneyRecord1795255200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE record (
      type text NOT NULL, id text NOT NULL, version integer NOT NULL,
      recorded_at timestamptz NOT NULL, inserted_at timestamptz NOT NULL,
      programme text, organisation text,
      body jsonb NOT NULL, secret bytea, body_hash text NOT NULL,
      CONSTRAINT pk_record PRIMARY KEY (type, id, version),
      CONSTRAINT ck_record_version CHECK (version > 0))`);
    await db.query(
      `CREATE INDEX ix_record_programme ON record (programme, type) WHERE programme IS NOT NULL`,
    );
    await db.query(`CREATE TABLE person_key (
      person text NOT NULL, wrapped_key bytea NOT NULL, created_at timestamptz NOT NULL,
      CONSTRAINT pk_person_key PRIMARY KEY (person))`);
    await db.query(`CREATE TABLE journey (
      id text NOT NULL, programme text NOT NULL, person text NOT NULL, template text NOT NULL,
      stage text NOT NULL, phase text NOT NULL, status text NOT NULL,
      version integer NOT NULL, youngest_on date NOT NULL, last_recorded_at timestamptz NOT NULL,
      companies text[] NOT NULL, snapshot jsonb NOT NULL,
      CONSTRAINT pk_journey PRIMARY KEY (id),
      CONSTRAINT ck_journey_version CHECK (version > 0),
      CONSTRAINT ck_journey_status CHECK (status IN ('open', 'on-hold', 'closed', 'void')))`);
    await db.query(
      `CREATE UNIQUE INDEX uq_journey_open ON journey (person, programme) WHERE status IN ('open', 'on-hold')`,
    );
    await db.query(`CREATE INDEX ix_journey_programme ON journey (programme, stage)`);
    await db.query(`CREATE INDEX ix_journey_person ON journey (person)`);
    await db.query(`CREATE TABLE fact (
      journey_id text NOT NULL, version integer NOT NULL, seq integer NOT NULL,
      programme text NOT NULL, person text NOT NULL, kind text NOT NULL, command_id text NOT NULL,
      happened_on date NOT NULL, recorded_at timestamptz NOT NULL,
      inserted_at timestamptz NOT NULL, inserted_on date NOT NULL,
      actor_role text NOT NULL, actor_organisation text, submitted_by text NOT NULL,
      template text NOT NULL, rule_pack text, pack_assumed boolean NOT NULL DEFAULT false,
      supersedes integer, struck boolean NOT NULL DEFAULT false, approved_by text,
      data jsonb NOT NULL, secret bytea,
      CONSTRAINT pk_fact PRIMARY KEY (journey_id, version),
      CONSTRAINT fk_fact_journey FOREIGN KEY (journey_id) REFERENCES journey (id),
      CONSTRAINT ck_fact_version CHECK (version > 0))`);
    await db.query(
      `CREATE UNIQUE INDEX uq_fact_supersedes ON fact (journey_id, supersedes) WHERE supersedes IS NOT NULL`,
    );
    await db.query(`CREATE INDEX ix_fact_programme ON fact (programme, kind, happened_on)`);
    await db.query(`CREATE TABLE command (
      id text NOT NULL, journey_id text NOT NULL, body_hash text NOT NULL, version integer NOT NULL,
      CONSTRAINT pk_command PRIMARY KEY (id))`);
    await db.query(`CREATE TABLE placement (
      id text NOT NULL, journey_id text NOT NULL, person text NOT NULL,
      from_day date NOT NULL, to_day date NOT NULL, hours_per_week numeric NOT NULL,
      binding boolean NOT NULL,
      CONSTRAINT pk_placement PRIMARY KEY (id))`);
    await db.query(`CREATE INDEX ix_placement_person ON placement (person) WHERE binding`);
    await db.query(`CREATE TABLE contract (
      id text NOT NULL, journey_id text NOT NULL,
      CONSTRAINT pk_contract PRIMARY KEY (id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE contract, placement, command, fact, journey, person_key, record');
  }
}
