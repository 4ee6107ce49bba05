/**
 * Whole figures of today's knowledge: months that are over, the days of the month asked for, and rows that are in no month yet.
 * Parameters: programme, series, day, instant, series whose units are shared. `known_until` on each row: months hold nothing that
 * became known later, so they serve for every `knownAt` from then on.
 */
export const MONTHS_SQL = `
  WITH fold AS (
    SELECT coalesce(max(up_to), 0) AS up_to, coalesce(max(known_until), '-infinity') AS known_until
    FROM figure_fold WHERE programme = $1),
  part AS (
    SELECT series, unit, per, amount, units, persons FROM figure_month
    WHERE programme = $1 AND series = ANY ($2) AND month < date_trunc('month', $3::date)
    UNION ALL
    SELECT series, CASE WHEN series = ANY ($5) THEN unit ELSE '' END, per, amount, units, persons FROM figure_change
    WHERE programme = $1 AND series = ANY ($2) AND on_day BETWEEN date_trunc('month', $3::date) AND $3::date
      AND known_from <= $4::timestamptz
    UNION ALL
    SELECT series, CASE WHEN series = ANY ($5) THEN unit ELSE '' END, per, amount, units, persons FROM figure_change
    WHERE id > (SELECT up_to FROM fold) AND programme = $1 AND series = ANY ($2)
      AND on_day < date_trunc('month', $3::date) AND known_from <= $4::timestamptz),
  whole AS (
    SELECT series, unit, per, sum(amount) AS amount, sum(units) AS units, sum(persons) AS persons
    FROM part GROUP BY series, unit, per)
  SELECT series, per,
    CASE WHEN series = ANY ($5) THEN count(*) FILTER (WHERE amount > 0) ELSE sum(amount) END AS amount,
    CASE WHEN series = ANY ($5) THEN count(*) FILTER (WHERE amount > 0) ELSE sum(units) END AS units,
    CASE WHEN series = ANY ($5) THEN 0 ELSE sum(persons) END AS persons
  FROM whole GROUP BY series, per`;

/** Whether months serve for an instant: `serves`. */
export const MONTHS_SERVE = `
  SELECT coalesce(bool_and(known_until <= $2::timestamptz), true) AS serves FROM figure_fold WHERE programme = $1`;
