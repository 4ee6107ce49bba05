import type { FigureKey } from '@lotse/domain';
import { COMPANIES_SQL } from './companies.sql';
import { instantSql } from './instant.sql';
import { KNOWN_SQL } from './known.sql';
import { NETWORK_SQL } from './network.sql';
import { OUTREACH_SQL } from './outreach.sql';
import { PEOPLE_SQL } from './people.sql';
import { atMostOneSql, fractionSql, WORK_MONTHS_SQL } from './work-months.sql';

const COUNTED_SQL = `WITH ${[KNOWN_SQL, PEOPLE_SQL, COMPANIES_SQL, WORK_MONTHS_SQL, NETWORK_SQL, OUTREACH_SQL].join(',')}`;

/** The table of members of each figure. */
const MEMBERS = {
  students: 'students',
  companies: 'companies',
  sites: 'sites',
  universities: 'universities',
  institutes: 'institutes',
  trainingCampuses: 'training_campuses',
  commitmentsSigned: 'commitments_signed',
  contractsPrepared: 'contracts_prepared',
  workMonths: 'work_months',
  delegationTrips: 'delegation_trips',
  workingDaysAbroad: 'working_days_abroad',
  companiesIntendingTakeover: 'companies_intending_takeover',
  recommended: 'recommended',
  recommendedAndContractPrepared: 'recommended_and_contract_prepared',
  regionalPartnerships: 'regional_partnerships',
  companiesCommitted: 'companies_committed',
  companiesInterested: 'companies_interested',
  materials: 'materials',
  'interviews.company': 'interviews',
  'interviews.student': 'interviews',
  'interviews.university': 'interviews',
  partners: 'partners',
  runtimeDays: 'runtime_days',
} as const satisfies Record<FigureKey, string>;

export const FIGURE_KEYS: readonly string[] = Object.keys(MEMBERS);
export const isFigureKey = (figure: string): figure is FigureKey => Object.hasOwn(MEMBERS, figure);

/** Distinct units of the rows of `from`; only months and the runtime add anything else than one. */
const unitsOf = (from: string): string => `SELECT figure, unit, min(grouping) AS grouping,
    CASE figure WHEN 'workMonths' THEN ${atMostOneSql('sum(amount)')} ELSE sum(amount) END AS amount
  FROM ${from} GROUP BY figure, unit`;

const amountSql = (amount: string): string =>
  `CASE figure WHEN 'workMonths' THEN ${fractionSql(amount)} ELSE trunc(${amount})::text END`;

/**
 * All figures in one statement and so of one moment. One row per figure and kind it is listed under:
 * `figure, grouping, count, amount, units`; `units` only for the figures named in $4.
 */
export const SHEET_SQL = `${COUNTED_SQL},
  member AS (${[...new Set(Object.values(MEMBERS))].map((name) => `SELECT * FROM ${name}`).join(' UNION ALL ')}),
  unit AS (${unitsOf('member')})
  SELECT figure, grouping, count(*)::integer AS count, ${amountSql('sum(amount)')} AS amount,
    array_agg(unit ORDER BY unit COLLATE "C") FILTER (WHERE figure = ANY($4::text[])) AS units
  FROM unit GROUP BY figure, grouping ORDER BY figure, grouping`;

const EVIDENCE_SQL = `jsonb_strip_nulls(CASE m.source
    WHEN 'fact' THEN jsonb_build_object('source', 'fact', 'kind', fact.kind, 'journey', fact.journey_id,
      'version', fact.version, 'person', fact.person, 'command', fact.command_id,
      'happenedOn', to_char(fact.happened_on, 'YYYY-MM-DD'), 'recordedAt', ${instantSql('fact.recorded_at')},
      'evidence', fact.data->'evidence', 'placement', fact.data->'placement', 'contract', fact.data->'contract',
      'month', fact.data->'month', 'workedDays', fact.data->'workedDays', 'plannedDays', fact.data->'plannedDays')
    ELSE jsonb_build_object('source', 'record', 'kind', record.type, 'id', record.id, 'version', record.version,
      'organisation', record.body->'organisation', 'recordedAt', ${instantSql('record.recorded_at')},
      'evidence', record.body->'evidence') END)`;

/**
 * The units of the figure $4 with the facts or records behind each: `unit, grouping, amount, total, evidence`.
 * `total` is the exact value of the whole figure, on every row.
 * @param counted where members come from
 */
export const unitsSql = (figure: FigureKey, counted = COUNTED_SQL): string => `${counted},
  member AS (SELECT * FROM ${MEMBERS[figure]} WHERE figure = $4),
  unit AS (${unitsOf('member')}),
  behind AS (
    SELECT m.unit, jsonb_agg(${EVIDENCE_SQL}
      ORDER BY fact.happened_on, fact.seq, m.id COLLATE "C", m.version) AS evidence
    FROM member m
    LEFT JOIN fact ON m.source = 'fact' AND fact.journey_id = m.id AND fact.version = m.version
    LEFT JOIN record ON m.source = record.type AND record.id = m.id AND record.version = m.version
    GROUP BY m.unit
  )
  SELECT unit, grouping, ${amountSql('amount')} AS amount,
    coalesce(${amountSql('sum(amount) OVER ()')}, (count(*) OVER ())::text) AS total, evidence
  FROM unit JOIN behind USING (unit) ORDER BY unit COLLATE "C"`;
