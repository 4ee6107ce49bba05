import { MEMBER_COLUMNS } from './known.sql';

/**
 * Trips, days abroad, interviews and materials. A trip counts when its last day has come; a working day counts on its
 * own, also of a trip still under way, whatever the weekday and the direction.
 */
export const OUTREACH_SQL = `
  trip_day AS (
    SELECT line.id, line.version, (day->>'date')::date AS on_day, day
    FROM line CROSS JOIN LATERAL jsonb_array_elements(line.body->'days') AS day
    WHERE line.type = 'trip'
  ),
  delegation_trips (${MEMBER_COLUMNS}) AS (
    SELECT 'delegationTrips', id, NULL::text, NULL::numeric, 'trip', id, version
    FROM trip_day GROUP BY id, version HAVING max(on_day) <= $2::date
  ),
  working_days_abroad (${MEMBER_COLUMNS}) AS (
    SELECT 'workingDaysAbroad', on_day::text, NULL::text, NULL::numeric, 'trip', trip_day.id, trip_day.version
    FROM trip_day JOIN host ON host.body->'partnerCountries' ? (day->>'country')
    WHERE on_day <= $2::date AND day->>'kind' = 'work' AND day->'delegates' <> '[]'
  ),
  interviews (${MEMBER_COLUMNS}) AS (
    SELECT 'interviews.' || (body->>'respondentKind'), (body->>'respondent') || '/' || (body->>'round'), NULL::text,
      NULL::numeric, 'interview', id, version
    FROM line WHERE type = 'interview' AND (body->>'on')::date <= $2::date
  ),
  materials (${MEMBER_COLUMNS}) AS (
    SELECT 'materials', id, body->>'kind', NULL::numeric, 'material', id, version
    FROM line WHERE type = 'material' AND (body->>'on')::date <= $2::date
  )`;
