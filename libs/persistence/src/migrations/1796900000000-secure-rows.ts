import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  holdsProgramme,
  opensBy,
  opensByAccount,
  opensByAny,
  opensByJourney,
  opensToAnybody,
  opensToNobody,
  secureRows,
  takenByJourney,
  unsecureRows,
} from '../scope/row-security.sql';

const JOURNEY = [
  opensBy('programmes', 'programme'),
  opensBy('persons', 'person'),
  opensBy('organisations', 'university'),
  opensByAny('organisations', 'companies'),
  opensByAny('references', 'assigned'),
  opensBy('journeys', 'id'),
].join(' OR ');

const PERSON_OF_JOURNEY = (column: string): string =>
  `${opensBy('persons', column)} OR lotse_opens_person(${column})`;

/** Partners of the journeys that the scope opens, gathered once per statement. */
const PARTNER = `id = ANY ((SELECT lotse_partners())::text[])`;

const RECORD = `CASE type
  WHEN 'person' THEN ${PERSON_OF_JOURNEY('id')}
  WHEN 'organisation' THEN ${holdsProgramme} OR ${opensBy('organisations', 'id')} OR ${PARTNER}
  WHEN 'programme' THEN ${opensBy('programmes', 'programme')}
    OR lotse_opens_programme(programme)
  ELSE ${opensBy('programmes', 'programme')} OR ${opensBy('organisations', 'organisation')} END`;

/** A person may be recorded before the nomination, while nobody's journey is theirs. */
const RECORD_TAKEN = `CASE WHEN type = 'person' THEN ${PERSON_OF_JOURNEY('id')} OR lotse_person_unclaimed(id)
  ELSE ${RECORD} END`;

const ADDRESS = [opensBy('programmes', 'programme'), opensBy('organisations', 'organisation')].join(' OR ');

const OF_JOURNEY = [
  'command',
  'placement',
  'contract',
  'journey_clock',
  'journey_task',
  'wake',
  'driver',
  'snooze',
  'reminder',
] as const;

/** Which rows a scope opens, table by table. */
const POLICIES: readonly (readonly [table: string, opens: string, takes?: string])[] = [
  ['journey', JOURNEY],
  [
    'fact',
    [opensBy('programmes', 'programme'), opensBy('persons', 'person'), opensByJourney('journey_id')].join(
      ' OR ',
    ),
    takenByJourney('journey_id'),
  ],
  ...OF_JOURNEY.map((table) => [table, opensByJourney('journey_id'), takenByJourney('journey_id')] as const),
  ['record', RECORD, RECORD_TAKEN],
  [
    'person_key',
    PERSON_OF_JOURNEY('person_key.person'),
    `${PERSON_OF_JOURNEY('person_key.person')} OR lotse_person_unclaimed(person)`,
  ],
  ['contact_point', `${ADDRESS} OR ${opensBy('persons', 'person')}`],
  ['outbox', ADDRESS],
  ['deputy', `${opensByAccount('account')} OR ${opensByAccount('deputy')}`, opensByAccount('account')],
  [
    'template',
    `(status = 'published' AND ${opensToAnybody}) OR ${opensByAccount('submitted_by')}`,
    opensByAccount('submitted_by'),
  ],
  ['api_token', opensToNobody],
];

/**
 * Looks across scopes, and answers yes or no alone. The setting is put back by hand: a setting of the function itself (`SET …`)
 * would take a superuser to define. When the look fails the transaction fails with it, and the setting ends with that.
 */
const askedOfAll = (name: string, argument: string, question: string): string => `
  CREATE FUNCTION ${name}(${argument} text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  DECLARE
    own_scope text := coalesce(current_setting('lotse.scope', true), '');
    answer boolean;
  BEGIN
    PERFORM set_config('lotse.scope', '{"all":true}', true);
    answer := ${question};
    PERFORM set_config('lotse.scope', own_scope, true);
    RETURN answer;
  END $$`;

/** Whether the scope opens a journey with that. */
const opened = (name: string, argument: string, which: string): string => `
  CREATE FUNCTION ${name}(${argument} text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN
    RETURN EXISTS (SELECT FROM journey j WHERE ${which}); END $$`;

/** `current_setting` gives what was set for the transaction; nothing, or an empty text once the connection has had one. */
const FUNCTIONS = [
  `CREATE FUNCTION lotse_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
     RETURN coalesce(current_setting('lotse.scope', true) = '{"all":true}', false)`,
  `CREATE FUNCTION lotse_scope(part text) RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$ BEGIN
     RETURN ARRAY(SELECT jsonb_array_elements_text(nullif(current_setting('lotse.scope', true), '')::jsonb -> part)); END $$`,
  `CREATE FUNCTION lotse_account() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
     RETURN nullif(current_setting('lotse.scope', true), '')::jsonb ->> 'account'`,
  opened('lotse_opens_journey', 'journey_id', 'j.id = journey_id'),
  opened('lotse_opens_person', 'person_id', 'j.person = person_id'),
  opened('lotse_opens_programme', 'programme_id', 'j.programme = programme_id'),
  `CREATE FUNCTION lotse_partners() RETURNS text[] LANGUAGE plpgsql STABLE AS $$ BEGIN
     RETURN ARRAY(SELECT DISTINCT unnest(j.companies || j.university) FROM journey j); END $$`,
  askedOfAll(
    'lotse_journey_unborn',
    'journey_id',
    'NOT EXISTS (SELECT FROM journey j WHERE j.id = journey_id)',
  ),
  askedOfAll(
    'lotse_person_unclaimed',
    'person_id',
    'NOT EXISTS (SELECT FROM journey j WHERE j.person = person_id)',
  ),
];

/**
 * The second net (docs/adr/0009): the application's connections take the role lotse_app, which owns nothing, and reach the rows
 * of their scope alone. Journeys say in columns of their own whom they concern.
 */
export class SecureRows1796900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE journey ADD COLUMN university text NOT NULL DEFAULT '',
      ADD COLUMN assigned text[] NOT NULL DEFAULT '{}'`);
    await db.query(`UPDATE journey SET university = coalesce(snapshot ->> 'university', ''), assigned = ARRAY(
      SELECT DISTINCT reference COLLATE "C" FROM (
        SELECT value ->> 'assessor' AS reference FROM jsonb_array_elements(coalesce(snapshot -> 'scores', '[]'))
        UNION ALL SELECT value ->> 'mentor' FROM jsonb_each(coalesce(snapshot -> 'placements', '{}'))) named
      WHERE reference IS NOT NULL ORDER BY 1)`);
    await db.query(
      `ALTER TABLE journey ALTER COLUMN university DROP DEFAULT, ALTER COLUMN assigned DROP DEFAULT`,
    );
    for (const statement of FUNCTIONS) await db.query(statement);
    await db.query(`GRANT USAGE ON SCHEMA public TO lotse_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO lotse_app`);
    await db.query(`REVOKE ALL ON migrations FROM lotse_app`);
    await db.query(
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lotse_app`,
    );
    for (const [table, opens, takes] of POLICIES) await db.query(secureRows(table, opens, takes));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table] of POLICIES) await db.query(unsecureRows(table));
    await db.query(
      `DROP FUNCTION lotse_person_unclaimed(text), lotse_journey_unborn(text), lotse_partners(), lotse_opens_programme(text),
         lotse_opens_person(text), lotse_opens_journey(text), lotse_account(), lotse_scope(text), lotse_sees_all()`,
    );
    await db.query('ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM lotse_app');
    await db.query('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM lotse_app');
    await db.query('REVOKE ALL ON SCHEMA public FROM lotse_app');
    await db.query('ALTER TABLE journey DROP COLUMN assigned, DROP COLUMN university');
    // Other databases of this server may hold the same role, and an owner without CREATEROLE may not drop it.
    await db.query(`DO $$ BEGIN DROP ROLE lotse_app;
      EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege OR object_in_use THEN NULL; END $$`);
  }
}
