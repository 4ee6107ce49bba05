import { ENGAGEMENTS_SQL } from '../sheet/companies.sql';
import { KNOWN_SQL } from '../sheet/known.sql';
import { NETWORK_SQL } from '../sheet/network.sql';
import { OUTREACH_SQL } from '../sheet/outreach.sql';

/** Companies with a placement that counts, from the changes instead of from the facts. */
const COUNTED_PLACEMENT = `
  counted_placement AS (
    SELECT unit AS company FROM figure_change
    WHERE programme = $1 AND series = 'companies' AND on_day <= $2::date AND known_from <= $3::timestamptz
    GROUP BY unit HAVING sum(amount) > 0)`;

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

/** Figures over records beside journeys, as the sheet counts them: programme, day, instant. `figure, count, amount` each. */
export const RECORDS_SQL = `WITH ${[KNOWN_SQL, COUNTED_PLACEMENT, ENGAGEMENTS_SQL, NETWORK_SQL, OUTREACH_SQL].join(',')},
  member AS (${MEMBERS.map((name) => `SELECT figure, unit, grouping, amount FROM ${name}`).join(' UNION ALL ')}),
  unit AS (SELECT figure, unit, sum(amount) AS amount FROM member GROUP BY figure, unit)
  SELECT figure, count(*)::int AS count, trunc(sum(amount))::text AS amount FROM unit GROUP BY figure`;
