import type { SheetAnswer, SheetProblem, SheetQuery, SheetScope } from '@lotse/domain';
import type { SqlSource } from './sql-source';
import { instantSql } from './instant.sql';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const isInstant = (text: string): boolean =>
  INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));

const refuse = (
  code: SheetProblem['code'],
  message: string,
): { readonly ok: false; readonly problem: SheetProblem } => ({
  ok: false,
  problem: { code, message },
});

/** @throws nothing but what the database throws; an unknown or missing programme is an answer. */
export async function resolveProgramme(source: SqlSource, programme?: string): Promise<SheetAnswer<string>> {
  const rows: readonly { id: string }[] = await source.query(
    `SELECT DISTINCT id COLLATE "C" AS id FROM record WHERE type = 'programme' AND ($1::text IS NULL OR id = $1) ORDER BY 1`,
    [programme ?? null],
  );
  const [first, ...others] = rows.map(({ id }) => id);
  if (first === undefined && programme === undefined)
    return refuse('programme-missing', 'There is no programme yet: import one first.');
  if (first === undefined)
    return refuse(
      'programme-unknown',
      `There is no programme ${programme}: check the id, or import it first.`,
    );
  if (others.length > 0)
    return refuse('programme-ambiguous', `Name one of the programmes ${[first, ...others].join(', ')}.`);
  return { ok: true, value: first };
}

/** Days are days in the programme's zone, also the end of a `knownAt` day (domain.md, rules 2 and 10). */
const SCOPE_SQL = `
  WITH host AS (
    SELECT coalesce(body->>'timeZone', 'Europe/Berlin') AS zone
    FROM record WHERE type = 'programme' AND id = $1 ORDER BY version DESC LIMIT 1
  ), moment AS (
    SELECT coalesce($2::date, ($4::timestamptz AT TIME ZONE zone)::date) AS as_of,
      CASE WHEN $3::text IS NULL THEN $4::timestamptz
        WHEN length($3::text) = 10 THEN (($3::date + 1)::timestamp AT TIME ZONE zone) - interval '1 microsecond'
        ELSE $3::timestamptz END AS known_at
    FROM host
  )
  SELECT to_char(as_of, 'YYYY-MM-DD') AS "asOf",
    ${instantSql('known_at')} AS "knownAt"
  FROM moment`;

/** What the query comes down to: one programme, one day, one instant. `now` is the moment that the defaults mean. */
export async function resolveScope(
  source: SqlSource,
  { programme, asOf, knownAt }: SheetQuery,
  now: Date,
): Promise<SheetAnswer<SheetScope>> {
  if (asOf !== undefined && !isDay(asOf))
    return refuse('as-of-invalid', 'asOf must be a day that exists, written YYYY-MM-DD.');
  if (knownAt !== undefined && !isDay(knownAt) && !isInstant(knownAt))
    return refuse(
      'known-at-invalid',
      'knownAt must be a day written YYYY-MM-DD or an RFC 3339 instant with a zone.',
    );
  const resolved = await resolveProgramme(source, programme);
  if (!resolved.ok) return resolved;
  const rows: readonly Omit<SheetScope, 'programme'>[] = await source.query(SCOPE_SQL, [
    resolved.value,
    asOf ?? null,
    knownAt ?? null,
    now.toISOString(),
  ]);
  const [moment] = rows;
  if (moment === undefined)
    throw new Error(`Cannot read the programme ${resolved.value}: it was there a moment ago.`);
  return { ok: true, value: { programme: resolved.value, ...moment } };
}
