import type { FoundSubject, OpenJourney, StoredHold, SubjectIds } from '@lotse/privacy';
import type { SqlSession } from '../sql-session';
import { toHold, HOLD_COLUMNS, type HoldRow } from './hold.store';

/** All records of one person: those that were merged share a journey's facts. */
const IDS = `
  WITH RECURSIVE same(person) AS (
    SELECT $1::text
    UNION
    SELECT other.person FROM same s
      JOIN LATERAL (SELECT journey_id FROM fact f WHERE f.person = s.person
        UNION SELECT id FROM journey j WHERE j.person = s.person) theirs ON true
      JOIN LATERAL (SELECT f.person FROM fact f WHERE f.journey_id = theirs.journey_id
        UNION SELECT j.person FROM journey j WHERE j.id = theirs.journey_id) other ON true),
  held AS (SELECT DISTINCT g.account FROM account_grant g WHERE g.person IN (SELECT person FROM same)),
  own AS (SELECT account FROM held WHERE NOT EXISTS (SELECT FROM account_grant g
    WHERE g.account = held.account AND (g.person IS NULL OR g.person NOT IN (SELECT person FROM same))))
  SELECT ARRAY(SELECT person FROM same ORDER BY 1) AS persons,
    ARRAY(SELECT id FROM journey WHERE person IN (SELECT person FROM same) ORDER BY 1) AS journeys,
    ARRAY(SELECT account FROM held ORDER BY 1) AS accounts,
    ARRAY(SELECT account FROM own ORDER BY 1) AS "ownAccounts",
    ARRAY(SELECT id FROM contact_point WHERE person IN (SELECT person FROM same) OR account IN (SELECT account FROM own)
      UNION SELECT DISTINCT contact_point FROM outbox JOIN own ON contact_point LIKE 'account/' || own.account || '/%'
      UNION SELECT DISTINCT contact_point FROM reminder JOIN own ON contact_point LIKE 'account/' || own.account || '/%'
      ORDER BY 1) AS "contactPoints"`;

const STANDING = `
  SELECT EXISTS (SELECT FROM record WHERE type = 'person' AND id = $1) AS known,
    EXISTS (SELECT FROM person_key WHERE person = $1) AS "hasKey",
    coalesce((SELECT language FROM account WHERE id = ANY ($2) ORDER BY id LIMIT 1),
      (SELECT language FROM contact_point WHERE id = ANY ($3) ORDER BY id LIMIT 1),
      (SELECT snapshot #>> '{consents,participation,language}' FROM journey
        WHERE id = ANY ($4) AND snapshot #> '{consents,participation}' IS NOT NULL ORDER BY id LIMIT 1)) AS language`;

const LANGUAGES = ['de', 'en', 'ru', 'ky'] as const;

/** What is known of a person by id, in the session's scope; undefined when there is no record of one. */
export async function findSubject(session: SqlSession, person: string): Promise<FoundSubject | undefined> {
  const [ids] = await session.query<Record<keyof SubjectIds, string[]>>('subject-ids', IDS, [person]);
  if (ids === undefined) throw new Error('A SELECT without FROM answered no row');
  const [standing] = await session.query<{ known: boolean; hasKey: boolean; language: string | null }>(
    'subject-standing',
    STANDING,
    [person, ids.accounts, ids.contactPoints, ids.journeys],
  );
  if (standing?.known !== true) return undefined;
  const openJourneys = await session.query<OpenJourney & Record<string, unknown>>(
    'subject-open-journeys',
    `SELECT id, programme, stage FROM journey WHERE id = ANY ($1) AND status IN ('open', 'on-hold') ORDER BY id`,
    [ids.journeys],
  );
  const holds = await session.query<HoldRow>(
    'subject-holds',
    `SELECT ${HOLD_COLUMNS} FROM legal_hold WHERE person = ANY ($1) AND lifted_at IS NULL ORDER BY set_at, id`,
    [ids.persons],
  );
  const language = LANGUAGES.find((one) => one === standing.language);
  return {
    ids,
    openJourneys,
    holds: holds.map((row): StoredHold => toHold(row)),
    hasKey: standing.hasKey,
    ...(language === undefined ? {} : { language }),
  };
}
