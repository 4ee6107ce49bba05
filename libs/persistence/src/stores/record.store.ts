import type {
  FoundRecord,
  RecordKey,
  RecordLookUp,
  RecordStore,
  RecordTransaction,
  Signed,
  RecordWrite,
  StoredRecord,
} from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { figureTransactionOn } from '../figures/figure-transaction';
import { instantSql } from '../sheet/instant.sql';
import { PROPOSE, SETTLE, SIGNED, STRIKE } from './record-change.sql';
import { inTransaction, isUniqueViolation, withSession, type SqlSession } from './sql-session';
import { writeRecord } from './write-record';

const FIND = `
  SELECT
    (SELECT coalesce(max(version), 0) FROM record WHERE type = $1 AND id = $2) AS "lastVersion",
    (SELECT max(version) FROM record WHERE type = $1 AND id = $2 AND body_hash = $3) AS "equalVersion",
    (SELECT programme FROM record WHERE type = $1 AND id = $2 ORDER BY version DESC LIMIT 1) AS programme,
    (SELECT struck FROM record WHERE type = $1 AND id = $2 ORDER BY version DESC LIMIT 1) AS struck,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('type', w.type, 'id', w.id)), '[]') FROM
      jsonb_to_recordset($4::jsonb) AS w(type text, id text)
      WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.type = w.type AND r.id = w.id)) AS missing,
    EXISTS (SELECT 1 FROM record WHERE type = 'person' AND id = $5) AS "personKnown",
    (SELECT wrapped_key FROM person_key WHERE person = $5) AS "wrappedKey",
    CASE WHEN $1 = 'organisation' THEN ARRAY(
      SELECT DISTINCT p.value ->> 'site' FROM journey j, jsonb_each(j.snapshot -> 'placements') p
      WHERE ($2 = ANY (j.companies) OR j.snapshot -> 'consentsWithdrawn' ?| ARRAY['company-sharing', 'participation'])
        AND j.status <> 'void'
        AND p.value ->> 'company' = $2 AND p.value ->> 'cancelledOn' IS NULL ORDER BY 1)
    ELSE '{}' END AS "sitesInUse"`;

interface FindRow {
  lastVersion: number;
  equalVersion: number | null;
  programme: string | null;
  struck: string | null;
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
  const { equalVersion, programme, struck, wrappedKey, ...rest } = row;
  return {
    ...rest,
    ...(equalVersion === null ? {} : { equalVersion }),
    ...(programme === null ? {} : { programme }),
    ...(struck === null ? {} : { struck }),
    ...(wrappedKey === null ? {} : { wrappedKey }),
  };
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

interface SignedRow extends Record<string, unknown> {
  readonly report: string | null;
  readonly proposed: NonNullable<Signed['proposed']> | null;
}

const transactionOn = (session: SqlSession): RecordTransaction => ({
  ...figureTransactionOn(session),
  programmesOf: async (person) => {
    const rows = await session.across<{ programme: string }>(
      'figure-programmes',
      'SELECT programme FROM person_trait WHERE person = $1 ORDER BY programme',
      [person],
    );
    return rows.map(({ programme }) => programme);
  },
  find: (lookUp) => find(session, lookUp),
  signed: async ({ type, id }) => {
    const [row] = await session.across<SignedRow>('signed', SIGNED, [type, id]);
    return {
      ...(row?.report === undefined || row.report === null ? {} : { report: row.report }),
      ...(row?.proposed === undefined || row.proposed === null ? {} : { proposed: row.proposed }),
    };
  },
  propose: async ({ type, id, programme, change, by, at, audit }) => {
    await session.query('propose-change', PROPOSE, [type, id, programme, change, by, at, audit]);
  },
  settle: async ({ type, id }) => {
    await session.query('settle-change', SETTLE, [type, id]);
  },
  strike: async ({ type, id, version, recordedAt, insertedAt, bodyHash, struck, audit }) => {
    try {
      const values = [type, id, version, recordedAt, insertedAt, bodyHash, struck, audit];
      await session.query('strike-record', STRIKE, values);
      return 'written';
    } catch (error) {
      if (isUniqueViolation(error)) return 'clash';
      throw error;
    }
  },
  write: async (record) => {
    try {
      await writeRecord(session, record);
      await lapse(session, record);
      return 'written';
    } catch (error) {
      if (isUniqueViolation(error)) return 'clash';
      throw error;
    }
  },
});

/** Whose key seals the text, as `personOf` in libs/journeys says. */
const STORED = `r.type, r.id, r.version, ${instantSql('r.recorded_at')} AS "recordedAt", r.body, r.secret, r.struck,
  k.wrapped_key AS "wrappedKey" FROM record r LEFT JOIN person_key k ON r.secret IS NOT NULL
    AND k.person = CASE r.type WHEN 'person' THEN r.id ELSE r.body ->> 'respondent' END`;

const PAGE = `SELECT ${STORED}
  WHERE r.type = $1 AND r.programme = $2 AND r.struck IS NULL AND ($3::text IS NULL OR r.recorded_at <= $3::timestamptz)
    AND ($4::text IS NULL OR r.id COLLATE "C" > $4)
    AND NOT EXISTS (SELECT FROM record newer WHERE newer.type = r.type AND newer.id = r.id
      AND newer.version > r.version AND ($3::text IS NULL OR newer.recorded_at <= $3::timestamptz))
  ORDER BY r.id COLLATE "C" LIMIT $5`;

const VERSIONS = `SELECT ${STORED} WHERE r.type = $1 AND r.programme = $2 AND r.id = $3 ORDER BY r.version`;

interface StoredRow extends Omit<StoredRecord, 'secret' | 'struck' | 'wrappedKey'> {
  readonly secret: Buffer | null;
  readonly struck: string | null;
  readonly wrappedKey: Buffer | null;
}

const toStored = ({ secret, struck, wrappedKey, ...row }: StoredRow): StoredRecord => ({
  ...row,
  ...(secret === null ? {} : { secret }),
  ...(struck === null ? {} : { struck }),
  ...(wrappedKey === null ? {} : { wrappedKey }),
});

async function read(
  dataSource: DataSource,
  name: string,
  statement: string,
  values: readonly unknown[],
): Promise<readonly StoredRecord[]> {
  const rows = await withSession(dataSource, (session) =>
    session.query<StoredRow & Record<string, unknown>>(name, statement, values),
  );
  return rows.map(toStored);
}

/** Appended versions on PostgreSQL. */
export const createRecordStore = (dataSource: DataSource): RecordStore => ({
  page: ({ type, programme, knownAt, after, limit }) =>
    read(dataSource, 'page-records', PAGE, [type, programme, knownAt ?? null, after ?? null, limit]),
  versions: (programme, { type, id }) =>
    read(dataSource, 'versions-of-record', VERSIONS, [type, programme, id]),
  transact: (work) => inTransaction(dataSource, (session) => work(transactionOn(session))),
});
