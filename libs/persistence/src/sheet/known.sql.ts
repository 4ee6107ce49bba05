/**
 * What every figure is counted from (domain.md §4.1). Parameters: $1 programme, $2 the day D, $3 the instant K.
 *
 * `f` = F(D,K): facts of non-void journeys recorded by K, not superseded by a fact recorded by K, happened by D. Void is
 * judged by K alone. A struck fact is no fact of its own: it only takes the one it supersedes out.
 * A journey whose person turned out to be another one counts for that one as soon as it is known: `merged` judges by K alone.
 * Within a journey `(happened_on, seq)` is the order, as one number `place`; `seq` of a correction is that of the fact it
 * replaces. `withdrawn_at` is the place of the next withdrawal at or after the fact. Figures group and look through
 * windows instead of joining `f` with itself: it has no statistics, so such a join would run in the square of the facts.
 *
 * `line` = V(D,K): of every other line its last version recorded by K, unless that one strikes it out. A programme's and an organisation's lines are
 * apart, since organisations belong to the installation.
 */
export const KNOWN_SQL = `
  merged AS (
    SELECT journey_id, coalesce(
      (array_agg(data->>'into' ORDER BY version DESC) FILTER (WHERE recorded_at <= $3::timestamptz))[1],
      (array_agg(person ORDER BY version))[1]) AS person
    FROM fact WHERE programme = $1 AND kind = 'merge-person' GROUP BY journey_id
  ),
  valid AS (
    SELECT fact.journey_id, fact.version, coalesce(merged.person, fact.person) AS person, fact.kind, fact.data,
      fact.data->>'placement' AS placement, fact.data->>'contract' AS contract,
      (fact.happened_on - date '1970-01-01')::bigint * 2147483648 + fact.seq AS place
    FROM fact LEFT JOIN merged ON merged.journey_id = fact.journey_id
    WHERE fact.programme = $1 AND fact.happened_on <= $2::date AND fact.recorded_at <= $3::timestamptz
      AND NOT fact.struck
      AND fact.kind IN ('decide-selection', 'sign-commitment', 'withdraw-commitment', 'withdraw',
        'reserve-placement', 'agree-placement', 'cancel-placement', 'sign-agreement', 'start-internship',
        'end-placement', 'confirm-month', 'contest-month', 'recommend',
        'prepare-contract', 'sign-contract', 'decline-contract', 'retract-contract')
      AND NOT EXISTS (SELECT FROM fact later WHERE later.journey_id = fact.journey_id
        AND later.supersedes = fact.version AND later.recorded_at <= $3::timestamptz)
      AND NOT EXISTS (SELECT FROM fact gone WHERE gone.journey_id = fact.journey_id
        AND gone.kind = 'void' AND gone.recorded_at <= $3::timestamptz)
  ),
  f AS (
    SELECT valid.*, min(place) FILTER (WHERE kind = 'withdraw') OVER (PARTITION BY journey_id ORDER BY place
      ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS withdrawn_at
    FROM valid
  ),
  line AS (
    SELECT record.*, record.body->>'organisation' AS of_organisation,
      (SELECT first.inserted_at FROM record first
        WHERE first.type = record.type AND first.id = record.id AND first.version = 1) AS accepted_at
    FROM record
    WHERE record.programme = $1 AND record.recorded_at <= $3::timestamptz AND record.struck IS NULL
      AND NOT EXISTS (SELECT FROM record newer WHERE newer.type = record.type AND newer.id = record.id
        AND newer.version > record.version AND newer.recorded_at <= $3::timestamptz)
  ),
  organisation AS (
    SELECT DISTINCT ON (id) id, body->>'kind' AS kind
    FROM record WHERE type = 'organisation' AND recorded_at <= $3::timestamptz
    ORDER BY id, version DESC
  ),
  host AS (
    SELECT DISTINCT ON (id) id, version, body
    FROM record WHERE type = 'programme' AND id = $1 AND recorded_at <= $3::timestamptz
    ORDER BY id, version DESC
  )`;

/**
 * Every figure's members have these columns: one row per unit and per fact or record it rests on. `grouping` is the kind
 * it is listed under, `amount` what it adds where that is not one.
 */
export const MEMBER_COLUMNS = 'figure, unit, grouping, amount, source, id, version';
