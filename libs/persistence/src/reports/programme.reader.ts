import type { Aim, Moment, ProgrammeReader } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { instantSql } from '../sheet/instant.sql';
import { resolveScope } from '../sheet/scope';
import { sourceOf, withSession } from '../stores/sql-session';

/** Months over by a day and known by an instant, since the month of the first fact of a programme. */
const MONTH_ENDS = `
  WITH host AS (
    SELECT coalesce(body->>'timeZone', 'Europe/Berlin') AS zone
    FROM record WHERE type = 'programme' AND id = $1 ORDER BY version DESC LIMIT 1
  ), ends AS (
    SELECT (first + interval '1 month' - interval '1 day')::date AS as_of,
      ((first + interval '1 month') AT TIME ZONE zone) - interval '1 millisecond' AS known_at
    FROM host, generate_series(
      (SELECT date_trunc('month', min(happened_on)::timestamp) FROM fact WHERE programme = $1), $2::date::timestamp,
      interval '1 month') AS first
  )
  SELECT to_char(as_of, 'YYYY-MM-DD') AS "asOf", ${instantSql('known_at')} AS "knownAt"
  FROM ends WHERE as_of <= $2::date AND known_at <= $3::timestamptz ORDER BY as_of`;

const THRESHOLD = `
  WITH host AS (
    SELECT body FROM record WHERE type = 'programme' AND id = $1 ORDER BY version DESC LIMIT 1
  ), funder AS (
    SELECT DISTINCT ON (id) body FROM record
    WHERE type = 'organisation' AND id IN (SELECT jsonb_array_elements_text(coalesce(body->'funders', '[]')) FROM host)
    ORDER BY id, version DESC
  )
  SELECT max((body->>'smallestCell')::integer) AS threshold FROM funder`;

const UNIVERSITIES = `
  SELECT DISTINCT agreement.body->>'organisation' AS id FROM record agreement
  JOIN record university ON university.type = 'organisation' AND university.id = agreement.body->>'organisation'
    AND university.body->>'kind' = 'university'
  WHERE agreement.type = 'agreement' AND agreement.programme = $1 ORDER BY 1`;

const AIMS = `
  WITH known AS (
    SELECT DISTINCT ON (id) body, struck FROM record
    WHERE type = 'target' AND programme = $1 AND recorded_at <= $2::timestamptz ORDER BY id, version DESC
  )
  SELECT body->>'indicator' AS indicator, 'target' AS kind, body->>'on' AS "on", body->>'value' AS value,
    body->>'qualifier' AS qualifier
  FROM known WHERE struck IS NULL
  UNION ALL
  SELECT body->>'indicator', 'baseline', coalesce(body->>'baselineOn', ''), body->>'baseline', NULL
  FROM known WHERE struck IS NULL AND body ? 'baseline'
  ORDER BY indicator, "on", kind`;

interface AimRow extends Omit<Aim, 'qualifier'>, Record<string, unknown> {
  readonly indicator: string;
  readonly qualifier: string | null;
}

/** What reports need to know of programmes. @param now the moment that the defaults mean */
export const createProgrammeReader = (dataSource: DataSource, now: () => Date): ProgrammeReader => ({
  resolve: (query) => resolveScope(sourceOf(dataSource), query, now()),
  monthEnds: (programme, { asOf, knownAt }) =>
    withSession(dataSource, (session) =>
      session.query<Moment & Record<string, unknown>>('month-ends', MONTH_ENDS, [programme, asOf, knownAt]),
    ),
  threshold: (programme) =>
    withSession(dataSource, async (session) => {
      const [row] = await session.query<{ threshold: number | null }>('threshold', THRESHOLD, [programme]);
      return row?.threshold ?? undefined;
    }),
  universities: (programme) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<{ id: string }>('universities-of', UNIVERSITIES, [programme]);
      return rows.map(({ id }) => id);
    }),
  aims: (programme, knownAt) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<AimRow>('aims-of', AIMS, [programme, knownAt]);
      const aims = new Map<string, Aim[]>();
      for (const { kind, on, value, qualifier, indicator } of rows)
        aims.set(indicator, [
          ...(aims.get(indicator) ?? []),
          { kind, on, value, ...(qualifier === null ? {} : { qualifier }) },
        ]);
      return aims;
    }),
});
