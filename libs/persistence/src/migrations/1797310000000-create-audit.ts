import type { MigrationInterface, QueryRunner } from 'typeorm';
import { opensBy, opensToAnybody, secureRows } from '../scope/row-security.sql';

const PROGRAMME = opensBy('programmes', `(entry::jsonb ->> 'programme')`);

/** Chains what waits; as the owner, since the application may neither write into the chain nor take out of what waits. */
const SEAL = `
  CREATE FUNCTION lotse_audit_seal(up_to integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path FROM CURRENT AS $$
  DECLARE
    own_scope text := coalesce(current_setting('lotse.scope', true), '');
    place bigint;
    previous bytea;
    sealed integer := 0;
    next record;
  BEGIN
    IF NOT pg_try_advisory_xact_lock(7051956) THEN RETURN 0; END IF;
    PERFORM set_config('lotse.scope', '{"all":true}', true);
    SELECT position, hash INTO place, previous FROM audit_entry ORDER BY position DESC LIMIT 1;
    place := coalesce(place, 0);
    previous := coalesce(previous, decode(repeat('00', 32), 'hex'));
    FOR next IN SELECT id, entry FROM audit_waiting ORDER BY id LIMIT up_to LOOP
      place := place + 1;
      previous := sha256(previous || convert_to(next.entry, 'UTF8'));
      INSERT INTO audit_entry (position, entry, hash) VALUES (place, next.entry, previous);
      INSERT INTO audit_key (key, position, programme)
        SELECT DISTINCT k.key, place, next.entry::jsonb ->> 'programme'
        FROM (SELECT jsonb_array_elements_text(next.entry::jsonb -> 'subjects') AS key
          UNION ALL SELECT 'who/' || (next.entry::jsonb ->> 'who')) AS k;
      DELETE FROM audit_waiting WHERE id = next.id;
      sealed := sealed + 1;
    END LOOP;
    PERFORM set_config('lotse.scope', own_scope, true);
    RETURN sealed;
  END $$`;

const REFUSE = `
  CREATE FUNCTION lotse_audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The audit is append-only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
  END $$`;

/**
 * The audit (docs/adr/0010): entries are stored in the transaction of what they tell of, and chained shortly after, in one order.
 * The chain is appended to and nothing else, by the owner's function alone.
 */
export class CreateAudit1797310000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE audit_waiting (
      id bigint GENERATED ALWAYS AS IDENTITY, entry text NOT NULL,
      CONSTRAINT pk_audit_waiting PRIMARY KEY (id))`);
    await db.query(`CREATE TABLE audit_entry (
      position bigint NOT NULL, entry text NOT NULL, hash bytea NOT NULL,
      CONSTRAINT pk_audit_entry PRIMARY KEY (position),
      CONSTRAINT ck_audit_entry_hash CHECK (length(hash) = 32))`);
    // No index over the entry itself: behind a policy PostgreSQL uses those of leakproof operators alone, and none of jsonb is.
    await db.query(`CREATE TABLE audit_key (
      key text NOT NULL, position bigint NOT NULL, programme text,
      CONSTRAINT pk_audit_key PRIMARY KEY (key, position))`);
    await db.query(secureRows('audit_waiting', 'false', opensToAnybody));
    await db.query(secureRows('audit_entry', PROGRAMME, 'false'));
    await db.query(secureRows('audit_key', opensBy('programmes', 'programme'), 'false'));
    await db.query(REFUSE);
    for (const table of ['audit_entry', 'audit_key'])
      await db.query(`CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION lotse_audit_append_only()`);
    await db.query(`CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON audit_waiting
      FOR EACH STATEMENT EXECUTE FUNCTION lotse_audit_append_only()`);
    await db.query(SEAL);
    await db.query('REVOKE ALL ON FUNCTION lotse_audit_seal(integer) FROM PUBLIC');
    await db.query('GRANT EXECUTE ON FUNCTION lotse_audit_seal(integer) TO lotse_app');
    await db.query('REVOKE ALL ON audit_entry, audit_key, audit_waiting FROM lotse_app');
    await db.query('GRANT SELECT ON audit_entry, audit_key TO lotse_app');
    await db.query('GRANT SELECT, INSERT ON audit_waiting TO lotse_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION lotse_audit_seal(integer)');
    await db.query('DROP TABLE audit_key, audit_entry, audit_waiting');
    await db.query('DROP FUNCTION lotse_audit_append_only()');
  }
}
