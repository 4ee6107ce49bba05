import { MEMBER_COLUMNS } from './known.sql';

/**
 * Least common multiple of 1 to 62, the possible planned half days of a month. Shares are counted in parts of it, so that
 * sums over different denominators stay whole numbers and therefore exact.
 */
const PARTS = '591133442051411133755680800';

/** An exact number of parts as a fraction in lowest terms: `"75"`, `"50687/506"`. */
export const fractionSql = (parts: string): string => `CASE
  WHEN ${parts} % ${PARTS} = 0 THEN div(${parts}, ${PARTS})::text
  ELSE div(${parts}, gcd(${parts}, ${PARTS}))::text || '/' || div(${PARTS}, gcd(${parts}, ${PARTS}))::text END`;

/** Parts of a person's month: at most one whole month, whatever its placements add up to. */
export const atMostOneSql = (parts: string): string => `least(${parts}, ${PARTS})`;

/**
 * One row per confirmed month of a placement, its unit the person's month. The last of confirmation and contest decides;
 * 0 of 0 days is 0. `amount` is in parts.
 */
export const WORK_MONTHS_SQL = `
  last_month AS (
    SELECT DISTINCT ON (journey_id, placement, data->>'month') person, journey_id, version, kind,
      data->>'month' AS month,
      2 * (data->>'workedDays')::numeric AS worked_halves, 2 * (data->>'plannedDays')::numeric AS planned_halves
    FROM f WHERE kind IN ('confirm-month', 'contest-month')
    ORDER BY journey_id, placement, data->>'month', place DESC
  ),
  work_months (${MEMBER_COLUMNS}) AS (
    SELECT 'workMonths', person || '/' || month, NULL::text,
      CASE planned_halves WHEN 0 THEN 0 ELSE trunc(worked_halves) * div(${PARTS}, planned_halves) END,
      'fact', journey_id, version
    FROM last_month WHERE kind = 'confirm-month'
  )`;
