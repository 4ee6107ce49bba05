import type { Indicator, KnownRecord, RecordUnit } from '@lotse/domain';
import type { SqlSession } from '../scope/with-actor';
import { instantSql } from '../sheet/instant.sql';
import type { Asked } from './question';

/** Last versions known at $3 of the types $2, unless struck out. A programme has hundreds of them, not millions. */
const KNOWN_RECORDS = `
  SELECT r.type, r.id, r.version, r.body, ${instantSql('first.inserted_at')} AS "acceptedAt", o.body AS organisation FROM record r
  JOIN record first ON first.type = r.type AND first.id = r.id AND first.version = 1
  LEFT JOIN LATERAL (
    SELECT named.body FROM record named WHERE named.type = 'organisation' AND named.id = r.body->>'organisation'
      AND named.recorded_at <= $3::timestamptz ORDER BY named.version DESC LIMIT 1) o ON true
  WHERE r.programme = $1 AND r.type = ANY ($2::text[]) AND r.recorded_at <= $3::timestamptz AND r.struck IS NULL
    AND NOT EXISTS (SELECT FROM record newer WHERE newer.type = r.type AND newer.id = r.id
      AND newer.version > r.version AND newer.recorded_at <= $3::timestamptz)
  ORDER BY r.id COLLATE "C"`;

/** What indicators count of records beside journeys at a moment, by key; others are left out. */
export async function recordUnitsOf(
  session: SqlSession,
  { catalogue, question: { programme, moment } }: Pick<Asked, 'catalogue' | 'question'>,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, readonly RecordUnit[]>> {
  const rules = indicators.flatMap(({ key, rule }) => (catalogue.countsRecords(rule) ? [{ key, rule }] : []));
  if (rules.length === 0) return new Map();
  const types = [...new Set(rules.map(({ rule }) => rule.records))];
  const known = await session.query<KnownRecord & Record<string, unknown>>('known-records', KNOWN_RECORDS, [
    programme,
    types,
    moment.knownAt,
  ]);
  return new Map(rules.map(({ key, rule }) => [key, catalogue.recordUnits(rule, known, moment)]));
}
