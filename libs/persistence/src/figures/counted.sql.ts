import type { Actor, JsonObject, KnownFact, TraitsFrom } from '@lotse/domain';
import type { CountedRows, FigureOwner } from '@lotse/journeys';

/** Others who add rows of the same person wait here; taken after the lock of a journey, and nothing is waited for after it. */
const LOCK_CLASS = 7_051_957;
export const lockOf = (person: string): string =>
  `SELECT pg_advisory_xact_lock(hashtextextended(${person}, ${LOCK_CLASS}))`;

/** The person of journey $1, or $2 while there is no such journey; the same of the programme, $3. */
export const PERSON_OF_JOURNEY = 'coalesce((SELECT person FROM journey WHERE id = $1), $2)';
const PROGRAMME_OF_JOURNEY = 'coalesce((SELECT programme FROM journey WHERE id = $1), $3)';

const COLUMNS = `f.journey_id, f.version, f.seq, f.kind, f.happened_on::text AS happened_on, f.recorded_at, f.actor_role,
    f.supersedes, f.struck, f.data`;

/** One row a fact; a person without facts has one row of its traits, if it has those. */
const select = (person: string, programme: string, journeys: string): string => `
  SELECT o.person, o.programme, t.shape, t.traits, ${COLUMNS}
  FROM (SELECT ${person} AS person, ${programme} AS programme) o
  LEFT JOIN person_trait t ON t.person = o.person AND t.programme = o.programme
  LEFT JOIN LATERAL (
    SELECT fact.* FROM (${journeys}) own JOIN fact ON fact.journey_id = own.id AND fact.kind = ANY ($4)) f ON true`;

const NOW_OF = 'SELECT j.id FROM journey j WHERE j.person = o.person AND j.programme = o.programme';

/** Facts of the kinds $4 of the journeys that are the person's. */
export const COUNTED_OF_JOURNEY = select(PERSON_OF_JOURNEY, PROGRAMME_OF_JOURNEY, NOW_OF);

/** The same by person $2 and programme $3, with journeys that were the person's until a merger; $1 is not looked at. */
export const COUNTED_OF_PERSON = select(
  '$2::text',
  '$3::text',
  `
    ${NOW_OF} UNION SELECT m.journey_id AS id FROM fact m
    WHERE m.programme = o.programme AND m.kind = 'merge-person' AND m.person = o.person AND $1::text IS NULL`,
);

/** The same of many persons ($1) in a programme ($2), of what had happened by a day ($4), to show what figures rest on. */
export const COUNTED_OF_PERSONS = `
  SELECT o.person, $2::text AS programme, NULL AS shape, NULL AS traits, ${COLUMNS}
  FROM unnest($1::text[]) AS o(person) CROSS JOIN LATERAL (
    SELECT j.id FROM journey j WHERE j.person = o.person AND j.programme = $2 UNION
    SELECT m.journey_id FROM fact m WHERE m.programme = $2 AND m.kind = 'merge-person' AND m.person = o.person) own
  JOIN fact f ON f.journey_id = own.id AND f.kind = ANY ($3::text[])
  WHERE f.happened_on <= $4::date OR f.kind IN ('void', 'merge-person', 'nominate') OR f.supersedes IS NOT NULL`;

export interface CountedRow {
  person: string | null;
  programme: string | null;
  shape: string | null;
  traits: TraitsFrom[] | null;
  journey_id: string | null;
  version: number;
  seq: number;
  kind: string;
  happened_on: string;
  recorded_at: Date;
  actor_role: Actor['role'];
  supersedes: number | null;
  struck: boolean;
  data: JsonObject;
}

const toKnownFact = (row: CountedRow & { readonly journey_id: string }): KnownFact => ({
  journey: row.journey_id,
  version: row.version,
  seq: row.seq,
  kind: row.kind,
  happenedOn: row.happened_on,
  recordedAt: row.recorded_at.toISOString(),
  by: { role: row.actor_role },
  data: row.data,
  ...(row.supersedes === null ? {} : { correction: { supersedes: row.supersedes, struck: row.struck } }),
});

const hasFact = (row: CountedRow): row is CountedRow & { readonly journey_id: string } =>
  row.journey_id !== null;

/** @param owner when the rows do not say */
export function toCounted(rows: readonly CountedRow[], owner: FigureOwner): CountedRows {
  const [first] = rows;
  return {
    person: first?.person ?? owner.person,
    programme: first?.programme ?? owner.programme,
    facts: rows.filter(hasFact).map(toKnownFact),
    traits: first?.traits ?? [],
    ...(first?.shape === null || first?.shape === undefined ? {} : { shape: first.shape }),
  };
}

/** Journeys by person, each with its facts in order of versions. */
export function toCountedByPerson(rows: readonly CountedRow[]): Map<string, KnownFact[][]> {
  const journeys = new Map<string, { readonly person: string; readonly facts: KnownFact[] }>();
  for (const row of rows.filter(hasFact)) {
    const person = row.person ?? '';
    const key = JSON.stringify([person, row.journey_id]);
    const own = journeys.get(key) ?? { person, facts: [] };
    own.facts.push(toKnownFact(row));
    journeys.set(key, own);
  }
  const byPerson = new Map<string, KnownFact[][]>();
  for (const { person, facts } of journeys.values()) {
    facts.sort((a, b) => a.version - b.version);
    byPerson.set(person, [...(byPerson.get(person) ?? []), facts]);
  }
  return byPerson;
}
