import type { JourneyState, JsonObject } from '@lotse/domain';
import type { CohortStore, CohortTask, DirectoryRow, StoredCohortRow } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { inReach, reachValue } from './reach.sql';
import { withSession } from './sql-session';

/** Tasks of a journey `j` as the inbox lists them, those that were put off too. */
const TASKS = `
  SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', t.key, 'kind', t.kind, 'who', t.who, 'text', t.text,
      'blocks', t.blocks, 'dueOn', t.due_on::text, 'overdue', coalesce(t.due_on < $3::date AND NOT t.as_a_rule, false)))
    ORDER BY coalesce(t.due_on, 'infinity'), t.key) AS tasks
  FROM (
    SELECT 'clock:' || code || ':' || due_on AS key, 'clock' AS kind, who, also, code AS text, NULL AS blocks, due_on,
      as_a_rule FROM journey_clock WHERE journey_id = j.id AND NOT stopped
    UNION ALL
    SELECT key, kind, who, also, text, blocks, due_on, false FROM journey_task WHERE journey_id = j.id) t
  WHERE ($6::text[] IS NULL OR t.who = ANY ($6) OR t.also && $6)
    AND split_part(split_part(CASE t.kind WHEN 'clock' THEN t.text ELSE t.key END, '.', 1), ':', 1) <> ALL ($7)`;

const PAGE = `
  SELECT j.snapshot AS state, j.person AS "personId", p.version AS "personVersion", p.secret, k.wrapped_key AS "wrappedKey",
    coalesce(t.tasks, '[]'::jsonb) AS tasks
  FROM (
    SELECT * FROM journey j WHERE ${inReach('$5', 'j')} AND ($1::text IS NULL OR j.programme = $1)
      AND ($2::text IS NULL OR j.id > $2) ORDER BY j.id LIMIT $4) j
  LEFT JOIN LATERAL (SELECT r.version, r.secret FROM record r WHERE r.type = 'person' AND r.id = j.person
    ORDER BY r.version DESC LIMIT 1) p ON true
  LEFT JOIN person_key k ON k.person = j.person
  LEFT JOIN LATERAL (${TASKS}) t ON true
  ORDER BY j.id`;

/** Organisations of the journeys and programmes that the scope opens: rows of others are not there to be read. */
const TAKING_PART = `
  SELECT unnest((SELECT lotse_partners())) UNION SELECT unnest((SELECT lotse_scope('organisations')))
  UNION SELECT organisation FROM record WHERE programme IS NOT NULL AND organisation IS NOT NULL
  UNION SELECT jsonb_array_elements_text(coalesce(body -> 'funders', '[]') || coalesce(body -> 'carrier', '[]'))
    FROM record WHERE type = 'programme'`;

const DIRECTORY = `
  SELECT type, id, body FROM (
    SELECT DISTINCT ON (type, id) type, id, body, struck FROM record
    WHERE type = 'programme' OR (type = 'organisation' AND ($1 OR id IN (${TAKING_PART})))
      OR (type = 'agreement' AND organisation = ANY ($2::text[]))
    ORDER BY type, id, version DESC) newest
  WHERE struck IS NULL ORDER BY type, id`;

interface PageRow {
  readonly state: JourneyState;
  readonly personId: string;
  readonly personVersion: number | null;
  readonly secret: Buffer | null;
  readonly wrappedKey: Buffer | null;
  readonly tasks: readonly CohortTask[];
}

function toRow({ state, personId, personVersion, secret, wrappedKey, tasks }: PageRow): StoredCohortRow {
  if (personVersion === null || secret === null) return { state, tasks };
  const key = wrappedKey === null ? {} : { wrappedKey };
  return { state, tasks, person: { id: personId, version: personVersion, secret, ...key } };
}

/** Many journeys at a glance, on PostgreSQL. */
export const createCohortStore = (dataSource: DataSource): CohortStore => ({
  page: async ({ programme, after, today, limit, reach, sight }) => {
    const rows = await withSession(dataSource, (session) =>
      session.query<PageRow & Record<string, unknown>>('cohort-page', PAGE, [
        programme ?? null,
        after ?? null,
        today,
        limit,
        reachValue(reach),
        sight.roles ?? null,
        sight.hidden,
      ]),
    );
    return rows.map(toRow);
  },
  directory: ({ whole, own }) =>
    withSession(dataSource, (session) =>
      session.query<DirectoryRow & Record<string, unknown> & { body: JsonObject }>('directory', DIRECTORY, [
        whole,
        own,
      ]),
    ),
});
