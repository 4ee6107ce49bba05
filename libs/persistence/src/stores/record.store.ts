import type {
  FoundRecord,
  RecordKey,
  RecordLookUp,
  RecordStore,
  RecordTransaction,
  RecordWrite,
} from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { inTransaction, isUniqueViolation, type SqlSession } from './sql-session';

const FIND = `
  SELECT
    (SELECT coalesce(max(version), 0) FROM record WHERE type = $1 AND id = $2) AS "lastVersion",
    (SELECT max(version) FROM record WHERE type = $1 AND id = $2 AND body_hash = $3) AS "equalVersion",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('type', w.type, 'id', w.id)), '[]') FROM
      jsonb_to_recordset($4::jsonb) AS w(type text, id text)
      WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.type = w.type AND r.id = w.id)) AS missing,
    EXISTS (SELECT 1 FROM record WHERE type = 'person' AND id = $5) AS "personKnown",
    (SELECT wrapped_key FROM person_key WHERE person = $5) AS "wrappedKey",
    CASE WHEN $1 = 'organisation' THEN ARRAY(
      SELECT DISTINCT p.value ->> 'site' FROM journey j, jsonb_each(j.snapshot -> 'placements') p
      WHERE $2 = ANY (j.companies) AND j.status <> 'void'
        AND p.value ->> 'company' = $2 AND p.value ->> 'cancelledOn' IS NULL ORDER BY 1)
    ELSE '{}' END AS "sitesInUse"`;

interface FindRow {
  lastVersion: number;
  equalVersion: number | null;
  missing: RecordKey[];
  personKnown: boolean;
  wrappedKey: Buffer | null;
  sitesInUse: string[];
}

async function find(session: SqlSession, lookUp: RecordLookUp): Promise<FoundRecord> {
  const { type, id, bodyHash, references, person } = lookUp;
  const [row] = await session.across<FindRow>('find-record', FIND, [
    type,
    id,
    bodyHash,
    JSON.stringify(references),
    person ?? null,
  ]);
  if (row === undefined) throw new Error('A SELECT without FROM answered no row');
  const { equalVersion, wrappedKey, ...rest } = row;
  return {
    ...rest,
    ...(equalVersion === null ? {} : { equalVersion }),
    ...(wrappedKey === null ? {} : { wrappedKey }),
  };
}

async function write(session: SqlSession, record: RecordWrite): Promise<void> {
  if (record.newKey !== undefined) {
    await session.query(
      'write-key',
      `INSERT INTO person_key (person, wrapped_key, created_at) VALUES ($1, $2, $3)`,
      [record.newKey.person, record.newKey.wrapped, record.insertedAt],
    );
  }
  await session.query(
    'write-record',
    `WITH audited AS (INSERT INTO audit_waiting (entry) VALUES ($11))
     INSERT INTO record (type, id, version, recorded_at, inserted_at, programme, organisation, body, secret, body_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      record.type,
      record.id,
      record.version,
      record.recordedAt,
      record.insertedAt,
      record.programme ?? null,
      record.organisation ?? null,
      JSON.stringify(record.body),
      record.secret ?? null,
      record.bodyHash,
      record.audit,
    ],
  );
}

/** Guards look at these: tasks of their journeys are derived anew by the next command or sweep. */
const LAPSE: Readonly<Record<string, string>> = {
  programme: 'programme = $1',
  organisation: '$1 = ANY (companies)',
};

async function lapse(session: SqlSession, { type, id, version }: RecordWrite): Promise<void> {
  const condition = LAPSE[type];
  if (condition === undefined || version === 1) return;
  await session.query(`lapse-${type}`, `UPDATE journey SET tasks_from = NULL WHERE ${condition}`, [id]);
}

const transactionOn = (session: SqlSession): RecordTransaction => ({
  find: (lookUp) => find(session, lookUp),
  write: async (record) => {
    try {
      await write(session, record);
      await lapse(session, record);
      return 'written';
    } catch (error) {
      if (isUniqueViolation(error)) return 'clash';
      throw error;
    }
  },
});

/** Appended versions on PostgreSQL. */
export const createRecordStore = (dataSource: DataSource): RecordStore => ({
  transact: (work) => inTransaction(dataSource, (session) => work(transactionOn(session))),
});
