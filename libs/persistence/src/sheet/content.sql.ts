/**
 * What stands on a sheet beside numbers. Parameters: $1 programme, $2 the day, $3 the instant. `line` is V(D,K) as in `KNOWN_SQL`.
 */
const LINE_SQL = `line AS (
    SELECT r.type, r.id, r.version, r.organisation, r.body, r.secret,
      (SELECT first.inserted_at FROM record first
        WHERE first.type = r.type AND first.id = r.id AND first.version = 1) AS accepted_at
    FROM record r
    WHERE r.programme = $1 AND r.recorded_at <= $3::timestamptz AND r.struck IS NULL
      AND NOT EXISTS (SELECT FROM record newer WHERE newer.type = r.type AND newer.id = r.id
        AND newer.version > r.version AND newer.recorded_at <= $3::timestamptz))`;

/** The programme as it was known then; before it was known, as it was first recorded. */
export const PROGRAMME_SQL = `
  SELECT body FROM record WHERE type = 'programme' AND id = $1
  ORDER BY (recorded_at <= $2::timestamptz) DESC, CASE WHEN recorded_at <= $2::timestamptz THEN -version ELSE version END LIMIT 1`;

/** Organisations by what binds them; one may stand in several lists. */
export const ORGANISATIONS_SQL = `WITH ${LINE_SQL},
  last_word AS (
    SELECT DISTINCT ON (organisation) organisation, body ->> 'status' AS status FROM line
    WHERE type = 'engagement' AND (body ->> 'on')::date <= $2::date
    ORDER BY organisation, (body ->> 'on')::date DESC, accepted_at DESC, id COLLATE "C" DESC),
  named AS (
    SELECT 'bound' AS list, organisation AS id FROM line
    WHERE type = 'agreement' AND $2::date BETWEEN (body ->> 'from')::date AND (body ->> 'to')::date
    UNION SELECT 'partner', organisation FROM last_word WHERE status = 'partner'
    UNION SELECT 'carrier', $4::text WHERE $4::text IS NOT NULL
    UNION SELECT 'funder', unnest($5::text[]))
  SELECT named.list, o.id, o.body ->> 'kind' AS kind, o.body ->> 'name' AS name, o.body -> 'address' AS address
  FROM named CROSS JOIN LATERAL (
    SELECT id, body FROM record WHERE type = 'organisation' AND record.id = named.id
    ORDER BY (recorded_at <= $3::timestamptz) DESC, version DESC LIMIT 1) o
  ORDER BY o.body ->> 'kind', o.id COLLATE "C"`;

export const REGIONS_SQL = `WITH ${LINE_SQL}
  SELECT body -> 'regions' AS regions FROM line
  WHERE type = 'partnership' AND (body ->> 'from')::date <= $2::date
    AND (body ->> 'to' IS NULL OR $2::date <= (body ->> 'to')::date) ORDER BY id COLLATE "C"`;

/** $4: how many at most. */
export const MATERIALS_SQL = `WITH ${LINE_SQL}
  SELECT body ->> 'kind' AS kind, body ->> 'title' AS title, body ->> 'on' AS "on" FROM line
  WHERE type = 'material' AND (body ->> 'on')::date <= $2::date
  ORDER BY body ->> 'on' DESC, id COLLATE "C" LIMIT $4`;

/** A student is told of with a consent to it that stands now, whatever day the sheet is of: what is withdrawn is shown no more. */
const TOLD_OF = `EXISTS (SELECT FROM journey j WHERE j.person = line.body ->> 'respondent' AND j.programme = $1
  AND j.snapshot -> 'consents' ? 'publicity')`;

/** $4: how many of each kind at most. */
export const QUOTES_SQL = `WITH ${LINE_SQL},
  told AS (
    SELECT line.id, line.version, body, secret, k.wrapped_key,
      row_number() OVER (PARTITION BY body ->> 'respondentKind' ORDER BY body ->> 'on' DESC, line.id COLLATE "C") AS place
    FROM line LEFT JOIN person_key k ON line.secret IS NOT NULL AND k.person = line.body ->> 'respondent'
    WHERE type = 'interview' AND (body ->> 'on')::date <= $2::date
      AND (body ? 'quotes' OR (secret IS NOT NULL AND k.wrapped_key IS NOT NULL))
      AND (body ->> 'respondentKind' <> 'student' OR ${TOLD_OF}))
  SELECT id, version, body ->> 'respondentKind' AS "respondentKind", body ->> 'respondent' AS respondent,
    body ->> 'on' AS "on", body -> 'quotes' AS quotes, secret, wrapped_key AS "wrappedKey"
  FROM told WHERE place <= $4
  ORDER BY array_position(ARRAY['company', 'student', 'university'], body ->> 'respondentKind'), place`;
