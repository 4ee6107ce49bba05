import type { DataSource } from 'typeorm';

/** A fact as it lies in the record; `recordedAt` and `happenedOn` as text. */
export interface FactRow {
  readonly journey: string;
  readonly version: number;
  readonly seq: number;
  readonly programme: string;
  readonly person: string;
  readonly kind: string;
  readonly command: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly supersedes?: number;
  readonly struck: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One version of any other line. */
export interface RecordRow {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Rows {
  readonly facts: readonly FactRow[];
  readonly records: readonly RecordRow[];
}

const FACTS_SQL = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(journey text, version int, seq int, programme text,
    person text, kind text, command text, "happenedOn" date, "recordedAt" timestamptz, supersedes int, struck boolean,
    data jsonb)),
  journeys AS (INSERT INTO journey (id, programme, person, template, stage, phase, status, version, youngest_on,
      last_recorded_at, companies, university, assigned, snapshot)
    SELECT journey, min(programme), min(person), 't@1', 'NOM', 'universitySelection', 'closed', max(version),
      max("happenedOn"), max("recordedAt"), '{}', '', '{}', '{}' FROM given GROUP BY journey)
  INSERT INTO fact (journey_id, version, seq, programme, person, kind, command_id, happened_on, recorded_at, inserted_at, inserted_on,
    actor_role, submitted_by, template, supersedes, struck, data)
  SELECT journey, version, seq, programme, person, kind, command, "happenedOn", "recordedAt", "recordedAt", "recordedAt"::date,
    'coordinator', 'administrator', 't@1', supersedes, struck, data FROM given`;

/** Accepted in the order of the list, a millisecond apart, whatever day they were recorded on. */
const RECORDS_SQL = `
  INSERT INTO record (type, id, version, recorded_at, inserted_at, programme, organisation, body, body_hash)
  SELECT type, id, version, "recordedAt", timestamptz '2026-01-01' + place * interval '1 millisecond',
    CASE type WHEN 'programme' THEN id ELSE body->>'programme' END, body->>'organisation', body, type || id || version
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (type text, id text, version int, "recordedAt" timestamptz, body jsonb))
    WITH ORDINALITY AS t(type, id, version, "recordedAt", body, place)`;

/** Leaves exactly these rows in the record. */
export async function replaceRows(database: DataSource, { facts, records }: Rows): Promise<void> {
  await database.query('TRUNCATE fact, journey, record');
  await database.query(RECORDS_SQL, [JSON.stringify(records)]);
  await database.query(FACTS_SQL, [JSON.stringify(facts)]);
}
