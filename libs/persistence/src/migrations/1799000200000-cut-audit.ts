import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deleting from the chain is for the function below alone, which sets this for its own statements. */
const CUTTING = `coalesce(current_setting('lotse.audit_cut', true), '') = 'on'`;

const refuse = (unless: string): string => `
  CREATE OR REPLACE FUNCTION lotse_audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${unless}
    RAISE EXCEPTION 'The audit is append-only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
  END $$`;

/** Nothing younger than a year goes, whatever period was set: whoever may set one could hide what was done yesterday. */
const OLDEST = `least(up_to, to_char(now() AT TIME ZONE 'UTC' - interval '1 year', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

/** The last link before the first one that is young enough to stay; none of an empty chain. The head always stays. */
const FLOOR = `
  CREATE FUNCTION lotse_audit_floor(up_to text) RETURNS bigint LANGUAGE sql STABLE
    SET search_path FROM CURRENT AS $$
    SELECT coalesce(
      (SELECT position FROM audit_entry WHERE entry::jsonb ->> 'at' >= ${OLDEST} ORDER BY position LIMIT 1),
      (SELECT max(position) FROM audit_entry)) - 1
  $$`;

/** Takes the beginning out of the chain and answers its last link; as the owner, since the application may delete nothing there. */
const CUT = `
  CREATE FUNCTION lotse_audit_cut(up_to text) RETURNS TABLE (place bigint, mark bytea, gone bigint) LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    own_scope text := coalesce(current_setting('lotse.scope', true), '');
  BEGIN
    PERFORM pg_advisory_xact_lock(7051956);
    PERFORM set_config('lotse.scope', '{"all":true}', true);
    SELECT e.position, e.hash INTO place, mark FROM audit_entry e WHERE e.position = lotse_audit_floor(up_to);
    IF place IS NOT NULL THEN
      PERFORM set_config('lotse.audit_cut', 'on', true);
      DELETE FROM audit_key k WHERE k.position <= place;
      DELETE FROM audit_entry e WHERE e.position <= place;
      GET DIAGNOSTICS gone = ROW_COUNT;
      PERFORM set_config('lotse.audit_cut', '', true);
      RETURN NEXT;
    END IF;
    PERFORM set_config('lotse.scope', own_scope, true);
  END $$`;

/** The audit is kept for its period and no longer: its oldest part goes, and the chain goes on from where it was cut (docs/adr/0010). */
export class CutAudit1799000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(refuse(`IF TG_OP = 'DELETE' AND ${CUTTING} THEN RETURN NULL; END IF;`));
    await db.query(FLOOR);
    await db.query(CUT);
    await db.query('REVOKE ALL ON FUNCTION lotse_audit_floor(text), lotse_audit_cut(text) FROM PUBLIC');
    await db.query('GRANT EXECUTE ON FUNCTION lotse_audit_floor(text), lotse_audit_cut(text) TO lotse_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION lotse_audit_cut(text)');
    await db.query('DROP FUNCTION lotse_audit_floor(text)');
    await db.query(refuse(''));
  }
}
