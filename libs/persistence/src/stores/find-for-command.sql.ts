import type { BusyTime, Found, LookUp, TasksHold } from '@lotse/journeys';
import type { JourneyState, JsonObject } from '@lotse/domain';

const lastBody = (type: string, id: string): string =>
  `(SELECT CASE WHEN r.struck IS NULL THEN r.body END FROM record r WHERE r.type = '${type}' AND r.id = ${id} ORDER BY r.version DESC LIMIT 1)`;

/** The person's record, and what rules across a person's journeys look at: of the person that the command names, if any. */
const ACROSS_COLUMNS = `
    p.id AS person_id, p.version AS person_version, p.secret AS person_secret, p.wrapped_key AS person_key,
    (SELECT o.id FROM journey o
      WHERE o.person = coalesce($4, j.person) AND o.programme = coalesce(j.programme, $3) AND o.id <> $2
        AND o.status IN ('open', 'on-hold') LIMIT 1) AS open_journey,
    (SELECT o.id FROM journey o
      WHERE o.person = $4 AND o.programme = $3 AND o.id <> $2 AND o.status = 'closed'
      ORDER BY o.last_recorded_at DESC, o.id DESC LIMIT 1) AS previous_journey,`;
const ACROSS_TABLES = `
  LEFT JOIN LATERAL (SELECT r.id, r.version, r.secret, rk.wrapped_key
    FROM record r LEFT JOIN person_key rk ON rk.person = r.id
    WHERE r.type = 'person' AND r.id = coalesce($4, j.person) ORDER BY r.version DESC LIMIT 1) p ON true`;

/** Hours that are given away, and months of stays that have ended: those bind no hours any more. */
const OTHER_PLACEMENTS = `
    (SELECT jsonb_agg(jsonb_build_object('from', b.from_day, 'to', b.to_day, 'route', b.route,
        'hoursPerWeek', CASE WHEN b.binding THEN b.hours_per_week ELSE 0 END))
      FROM placement b
      WHERE b.person = j.person AND (b.binding OR b.stayed) AND b.journey_id <> $2) AS other_placements,`;

/** Every company of the placements and contracts of journey `j`: `journey.companies` holds only those that are shown it. */
export const COMPANIES = `ARRAY(SELECT c #>> '{}' FROM (SELECT jsonb_path_query(j.snapshot, '$.placements.*.company') AS c
        UNION SELECT jsonb_path_query(j.snapshot, '$.contracts.*.company')) named)`;

/**
 * One statement for all that a command looks at. The journey's row is read as it is after the lock was got; everything else is as
 * of the statement's beginning (READ COMMITTED), which is why rules across journeys take the person's lock in a statement before.
 * No parameter switches a part of it off: PostgreSQL would then plan it anew for each execution, which takes longer than running it.
 */
const find = (lock: string, columns: string, tables: string): string => `
  WITH j AS MATERIALIZED (
    SELECT id, programme, person, snapshot, last_recorded_at, tasks_from::text, tasks_until::text FROM journey WHERE id = $2 ${lock})
  SELECT j.snapshot, j.last_recorded_at, j.tasks_from, j.tasks_until, c.body_hash AS command_hash, c.version AS command_version, k.wrapped_key,${columns}${OTHER_PLACEMENTS}
    ${lastBody('programme', 'coalesce(j.programme, $3)')} AS programme,
    ${lastBody('agreement', `coalesce($5, j.snapshot ->> 'agreement')`)} AS agreement,
    (SELECT jsonb_object_agg(o.id, o.body) FROM (
      SELECT DISTINCT ON (r.id) r.id, r.body FROM record r
      WHERE r.type = 'organisation' AND r.id = ANY ($6::text[] || ${COMPANIES} || (j.snapshot ->> 'university'))
      ORDER BY r.id, r.version DESC) o) AS organisations,
    coalesce((SELECT t.journey_id FROM placement t WHERE t.id = $7 AND t.journey_id <> $2),
      (SELECT t.journey_id FROM contract t WHERE t.id = $8 AND t.journey_id <> $2)) AS id_taken_by
  FROM (VALUES (1)) one
  LEFT JOIN j ON true
  LEFT JOIN command c ON c.id = $1
  LEFT JOIN person_key k ON k.person = coalesce(j.person, $4)${tables}`;

const LOCK = 'FOR UPDATE';
const STATEMENTS = {
  'find-own-lock': find(LOCK, '', ''),
  'find-across-lock': find(LOCK, ACROSS_COLUMNS, ACROSS_TABLES),
  'find-own': find('', '', ''),
  'find-across': find('', ACROSS_COLUMNS, ACROSS_TABLES),
};

/** The statement's name, text and values. */
export function findStatement(
  lookUp: LookUp,
  lock: boolean,
): { name: string; text: string; values: unknown[] } {
  const scope = lookUp.spansPerson || lookUp.needsPerson ? 'find-across' : 'find-own';
  const name = lock ? (`${scope}-lock` as const) : scope;
  const values = [
    lookUp.commandId,
    lookUp.journeyId,
    lookUp.programme ?? null,
    lookUp.person ?? null,
    lookUp.agreement ?? null,
    lookUp.organisations,
    lookUp.placement ?? '',
    lookUp.contract ?? '',
  ];
  return { name, text: STATEMENTS[name], values };
}

export interface FoundRow {
  snapshot: JourneyState | null;
  last_recorded_at: Date | null;
  tasks_from: string | null;
  tasks_until: string | null;
  command_hash: string | null;
  command_version: number | null;
  wrapped_key: Buffer | null;
  person_id?: string | null;
  person_version?: number | null;
  person_secret?: Buffer | null;
  person_key?: Buffer | null;
  programme: JsonObject | null;
  agreement: JsonObject | null;
  organisations: Record<string, JsonObject> | null;
  open_journey?: string | null;
  previous_journey?: string | null;
  other_placements: BusyTime[] | null;
  id_taken_by: string | null;
}

const both = <A, B>(a: A | null | undefined, b: B | null | undefined): readonly [A, B] | undefined =>
  a === null || a === undefined || b === null || b === undefined ? undefined : [a, b];

export const tasksHoldOf = (from: string, until: string | null): TasksHold =>
  until === null ? { from } : { from, until };

export function toFound(row: FoundRow): Found {
  const command = both(row.command_hash, row.command_version);
  const journey = both(row.snapshot, row.last_recorded_at);
  const person = both(row.person_version, row.person_secret);
  return {
    command: command && { bodyHash: command[0], version: command[1] },
    journey: journey && {
      snapshot: journey[0],
      lastRecordedAt: journey[1].toISOString(),
      ...(row.tasks_from === null ? {} : { tasksHold: tasksHoldOf(row.tasks_from, row.tasks_until) }),
    },
    wrappedKey: row.wrapped_key ?? undefined,
    person: person && {
      id: row.person_id ?? '',
      version: person[0],
      secret: person[1],
      ...(row.person_key === null || row.person_key === undefined ? {} : { wrappedKey: row.person_key }),
    },
    programme: row.programme ?? undefined,
    organisations: row.organisations ?? {},
    agreement: row.agreement ?? undefined,
    openJourney: row.open_journey ?? undefined,
    previousJourney: row.previous_journey ?? undefined,
    otherPlacements: row.other_placements ?? [],
    idTakenBy: row.id_taken_by ?? undefined,
  };
}
