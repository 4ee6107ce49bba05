import type { FigureKey } from '@lotse/domain';
import { ENGAGEMENTS_SQL } from '../sheet/companies.sql';
import { KNOWN_SQL } from '../sheet/known.sql';
import { NETWORK_SQL } from '../sheet/network.sql';
import { OUTREACH_SQL } from '../sheet/outreach.sql';
import { unitsSql } from '../sheet/statement';

/** Companies with a placement that counts, from months and changes instead of from the facts. @param fold null without months */
const countedPlacement = (fold: string): string => `
  counted_placement AS (
    SELECT unit AS company FROM (
      SELECT unit, amount FROM figure_month
      WHERE programme = $1 AND series = 'companies' AND month < date_trunc('month', $2::date) AND ${fold} IS NOT NULL
      UNION ALL
      SELECT unit, amount FROM figure_change
      WHERE programme = $1 AND series = 'companies' AND on_day <= $2::date AND known_from <= $3::timestamptz
        AND (${fold} IS NULL OR on_day >= date_trunc('month', $2::date))
      UNION ALL
      SELECT unit, amount FROM figure_change
      WHERE id > ${fold} AND programme = $1 AND series = 'companies' AND on_day < date_trunc('month', $2::date)
        AND known_from <= $3::timestamptz) part
    GROUP BY unit HAVING sum(amount) > 0)`;

const counted = (fold: string): string =>
  `WITH ${[KNOWN_SQL, countedPlacement(fold), ENGAGEMENTS_SQL, NETWORK_SQL, OUTREACH_SQL].join(',')}`;

const MEMBERS = [
  'universities',
  'institutes',
  'training_campuses',
  'regional_partnerships',
  'runtime_days',
  'delegation_trips',
  'working_days_abroad',
  'interviews',
  'materials',
  'companies_intending_takeover',
  'companies_committed',
  'companies_interested',
  'partners',
];

/**
 * Figures over records beside journeys, as the sheet counts them: programme, day, instant, rows in months. `figure, count, amount`
 * each.
 */
export const RECORDS_SQL = `${counted('$4::bigint')},
  member AS (${MEMBERS.map((name) => `SELECT figure, unit, grouping, amount FROM ${name}`).join(' UNION ALL ')}),
  unit AS (SELECT figure, unit, sum(amount) AS amount FROM member GROUP BY figure, unit)
  SELECT figure, count(*)::int AS count, trunc(sum(amount))::text AS amount FROM unit GROUP BY figure`;

/** Partners with their ids and materials, by kind; the same parameters. */
export const RECORD_KINDS_SQL = `${counted('$4::bigint')},
  unit AS (SELECT DISTINCT figure, grouping, unit FROM (SELECT * FROM partners UNION ALL SELECT * FROM materials) m)
  SELECT figure, grouping, count(*)::int AS count, array_agg(unit ORDER BY unit COLLATE "C") AS units
  FROM unit GROUP BY figure, grouping ORDER BY figure, grouping`;

/** Units of one of them ($4), as the sheet lists them (see `unitsSql`); $5: rows in months. */
export const recordUnitsSql = (figure: FigureKey): string => unitsSql(figure, counted('$5::bigint'));
