import { MEMBER_COLUMNS } from './known.sql';

/** Organisations and regions bound by a written agreement on the day, both ends included; an open end never ends. */
export const NETWORK_SQL = `
  in_force AS (
    SELECT line.id, line.version, organisation.id AS organisation, organisation.kind
    FROM line JOIN organisation ON organisation.id = line.of_organisation
    WHERE line.type = 'agreement'
      AND $2::date BETWEEN (line.body->>'from')::date AND (line.body->>'to')::date
  ),
  universities (${MEMBER_COLUMNS}) AS (
    SELECT 'universities', organisation, NULL::text, NULL::numeric, 'agreement', id, version
    FROM in_force WHERE kind = 'university'
  ),
  institutes (${MEMBER_COLUMNS}) AS (
    SELECT 'institutes', organisation, NULL::text, NULL::numeric, 'agreement', id, version
    FROM in_force WHERE kind = 'institute'
  ),
  training_campuses (${MEMBER_COLUMNS}) AS (
    SELECT 'trainingCampuses', organisation, NULL::text, NULL::numeric, 'agreement', id, version
    FROM in_force WHERE kind = 'training-campus'
  ),
  regional_partnerships (${MEMBER_COLUMNS}) AS (
    SELECT 'regionalPartnerships', id, NULL::text, NULL::numeric, 'partnership', id, version
    FROM line WHERE type = 'partnership' AND (body->>'from')::date <= $2::date
      AND (body->>'to' IS NULL OR $2::date <= (body->>'to')::date)
  ),
  runtime_days (${MEMBER_COLUMNS}) AS (
    SELECT 'runtimeDays', id, NULL::text, ((body->>'to')::date - (body->>'from')::date + 1)::numeric,
      'programme', id, version
    FROM host
  )`;
