import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ties the record to Temporal (ADR "PostgreSQL decides and Temporal drives") and the first administrator's token. */
export class CreateDrive1795255260000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE wake (
      journey_id text NOT NULL, version integer NOT NULL, claimed_until timestamptz,
      CONSTRAINT pk_wake PRIMARY KEY (journey_id))`);
    await db.query(`CREATE TABLE driver (
      journey_id text NOT NULL, seen_version integer NOT NULL, next_due timestamptz, seen_at timestamptz NOT NULL,
      CONSTRAINT pk_driver PRIMARY KEY (journey_id))`);
    await db.query(`CREATE TABLE api_token (
      id text NOT NULL, hash text NOT NULL, created_at timestamptz NOT NULL,
      CONSTRAINT pk_api_token PRIMARY KEY (id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_token, driver, wake');
  }
}
