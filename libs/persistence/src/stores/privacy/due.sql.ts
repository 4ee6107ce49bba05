/**
 * What is due of each class of data. `$1` is the period (interval), `$2` the day. A rule by persons answers `person` and `since`; one by
 * rows names the tables with the column their period starts from.
 */
const DUE = '+ $1::interval <= $2::date';

/** Journeys of one person taken together, of persons whose key is still there. */
const BY_PERSON = `
  SELECT j.person, max((j.snapshot #>> '{status,on}')::date) AS closed_on,
    bool_or(j.status IN ('open', 'on-hold')) AS is_open,
    bool_or(j.status <> 'void' AND coalesce(j.snapshot ->> 'selection', '') = 'selected') AS was_selected,
    max((j.snapshot #>> '{consents,talent-pool,on}')::date) AS pool_on,
    max((SELECT (r.body ->> 'to')::date FROM record r WHERE r.type = 'programme' AND r.id = j.programme
      ORDER BY r.version DESC LIMIT 1)) AS programme_to
  FROM journey j JOIN person_key k ON k.person = j.person GROUP BY j.person`;

const persons = (since: string, condition: string): string => `
  SELECT person, 1 AS count, (${since})::text AS since FROM (${BY_PERSON}) p
  WHERE ${condition} AND ${since} ${DUE} ORDER BY since, person`;

/** Classes that are due by person: what is erased is the person. */
export const DUE_PERSONS: Readonly<Record<string, string>> = {
  'rejected-application': persons('closed_on', 'NOT is_open AND NOT was_selected AND pool_on IS NULL'),
  'talent-pool': persons('pool_on', 'NOT is_open AND NOT was_selected AND pool_on IS NOT NULL'),
  'journey-record': persons('greatest(programme_to, closed_on)', 'NOT is_open AND was_selected'),
};

interface DueTable {
  readonly table: string;
  /** A day: from when the period runs. */
  readonly since: string;
  readonly where: string;
  /** A content in the file store goes with the row. */
  readonly content?: true;
}

const expired = (table: string): DueTable => ({ table, since: 'expires_at::date', where: 'true' });

const CLOSED_ON = `(SELECT max((j.snapshot #>> '{status,on}')::date) FROM journey j
  WHERE j.person = file.person HAVING bool_and(j.status IN ('closed', 'void')))`;
const NOT_HELD = `NOT EXISTS (SELECT FROM legal_hold h WHERE h.person = file.person AND h.lifted_at IS NULL)`;

/** Classes that are due by rows: the rows go, the persons stay. */
export const DUE_TABLES: Readonly<Record<string, readonly DueTable[]>> = {
  'identity-document': [
    {
      table: 'file',
      since: CLOSED_ON,
      where: `topic = 'identity' AND person IS NOT NULL AND ${NOT_HELD}`,
      content: true,
    },
  ],
  account: [
    { table: 'account', since: 'changed_at::date', where: `status = 'disabled' AND changed_at IS NOT NULL` },
  ],
  'sign-in': ['account_session', 'account_link', 'account_challenge', 'scoped_link'].map(expired),
  mail: [
    {
      table: 'outbox',
      since: 'coalesce(delivered_at, died_at)::date',
      where: '(delivered_at IS NOT NULL OR died_at IS NOT NULL)',
    },
  ],
  complaint: [{ table: 'complaint', since: 'answered_on', where: 'answered_on IS NOT NULL' }],
};

export const dueCondition = ({ since, where }: DueTable): string => `${where} AND ${since} ${DUE}`;
