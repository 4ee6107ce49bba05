import type { AcceptedCommand, BusyTime, Found, LookUp } from '@lotse/journeys';
import type { JourneyState, JsonObject } from '@lotse/domain';

const lastBody = (type: string, id: string): string =>
  `(SELECT r.body FROM record r WHERE r.type = '${type}' AND r.id = ${id} ORDER BY r.version DESC LIMIT 1)`;

/**
 * One statement for all that a command looks at. The journey's row is read as it is after the lock was got; everything else is as
 * of the statement's beginning (READ COMMITTED), which is why rules across journeys take the person's lock in a statement before.
 */
const find = (lock: string): string => `
  WITH j AS MATERIALIZED (
    SELECT id, programme, person, companies, snapshot, last_recorded_at FROM journey WHERE id = $2 ${lock})
  SELECT j.snapshot, j.last_recorded_at, c.body_hash AS command_hash, c.version AS command_version, k.wrapped_key,
    p.version AS person_version, p.secret AS person_secret,
    ${lastBody('programme', 'coalesce(j.programme, $3)')} AS programme,
    ${lastBody('agreement', `coalesce($5, j.snapshot ->> 'agreement')`)} AS agreement,
    (SELECT jsonb_object_agg(o.id, o.body) FROM (
      SELECT DISTINCT ON (r.id) r.id, r.body FROM record r
      WHERE r.type = 'organisation' AND r.id = ANY ($6::text[] || j.companies || (j.snapshot ->> 'university'))
      ORDER BY r.id, r.version DESC) o) AS organisations,
    CASE WHEN $7 THEN (SELECT o.id FROM journey o
      WHERE o.person = coalesce(j.person, $4) AND o.programme = coalesce(j.programme, $3) AND o.id <> $2
        AND o.status IN ('open', 'on-hold') LIMIT 1) END AS open_journey,
    CASE WHEN $7 THEN (SELECT o.id FROM journey o
      WHERE o.person = $4 AND o.programme = $3 AND o.id <> $2 AND o.status = 'closed'
      ORDER BY o.last_recorded_at DESC, o.id DESC LIMIT 1) END AS previous_journey,
    CASE WHEN $7 THEN (SELECT jsonb_agg(jsonb_build_object(
        'from', b.from_day, 'to', b.to_day, 'hoursPerWeek', b.hours_per_week)) FROM placement b
      WHERE b.person = j.person AND b.binding AND b.journey_id <> $2) END AS other_placements,
    coalesce((SELECT t.journey_id FROM placement t WHERE t.id = $8 AND t.journey_id <> $2),
      (SELECT t.journey_id FROM contract t WHERE t.id = $9 AND t.journey_id <> $2)) AS id_taken_by
  FROM (VALUES (1)) one
  LEFT JOIN j ON true
  LEFT JOIN command c ON c.id = $1
  LEFT JOIN person_key k ON k.person = coalesce(j.person, $4)
  LEFT JOIN LATERAL (SELECT r.version, r.secret FROM record r
    WHERE $10 AND r.type = 'person' AND r.id = coalesce(j.person, $4) ORDER BY r.version DESC LIMIT 1) p ON true`;

export const FIND_AND_LOCK = find('FOR UPDATE');
export const FIND = find('');

export interface FoundRow {
  snapshot: JourneyState | null;
  last_recorded_at: Date | null;
  command_hash: string | null;
  command_version: number | null;
  wrapped_key: Buffer | null;
  person_version: number | null;
  person_secret: Buffer | null;
  programme: JsonObject | null;
  agreement: JsonObject | null;
  organisations: Record<string, JsonObject> | null;
  open_journey: string | null;
  previous_journey: string | null;
  other_placements: BusyTime[] | null;
  id_taken_by: string | null;
}

export const findParameters = (lookUp: LookUp): unknown[] => [
  lookUp.commandId,
  lookUp.journeyId,
  lookUp.programme ?? null,
  lookUp.person ?? null,
  lookUp.agreement ?? null,
  lookUp.organisations,
  lookUp.spansPerson,
  lookUp.placement ?? null,
  lookUp.contract ?? null,
  lookUp.needsPerson,
];

const accepted = (bodyHash: string | null, version: number | null): AcceptedCommand | undefined =>
  bodyHash === null || version === null ? undefined : { bodyHash, version };

export function toFound(row: FoundRow): Found {
  const command = accepted(row.command_hash, row.command_version);
  return {
    organisations: row.organisations ?? {},
    otherPlacements: row.other_placements ?? [],
    ...(command === undefined ? {} : { command }),
    ...(row.snapshot === null || row.last_recorded_at === null
      ? {}
      : { journey: { snapshot: row.snapshot, lastRecordedAt: row.last_recorded_at.toISOString() } }),
    ...(row.wrapped_key === null ? {} : { wrappedKey: row.wrapped_key }),
    ...(row.person_version === null || row.person_secret === null
      ? {}
      : { person: { version: row.person_version, secret: row.person_secret } }),
    ...(row.programme === null ? {} : { programme: row.programme }),
    ...(row.agreement === null ? {} : { agreement: row.agreement }),
    ...(row.open_journey === null ? {} : { openJourney: row.open_journey }),
    ...(row.previous_journey === null ? {} : { previousJourney: row.previous_journey }),
    ...(row.id_taken_by === null ? {} : { idTakenBy: row.id_taken_by }),
  };
}
