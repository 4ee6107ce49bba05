import type { FileRow, FileRowStore, SealedFileRow } from '@lotse/files';
import type { DataSource } from 'typeorm';
import { withSession } from './sql-session';

const COLUMNS = `f.id, f.programme, f.journey_id AS journey, f.person, f.reference, f.topic, f.type, f.size, f.sha256, f.address, f.state,
  f.signature, f.uploaded_by AS "uploadedBy", f.organisation, f.uploaded_at AS "uploadedAt", f.scanned_at AS "scannedAt", f.name,
  coalesce(f.own_key, k.wrapped_key) AS "wrappedKey"`;
const FROM = 'FROM file f LEFT JOIN person_key k ON k.person = f.person';

type Optional = 'journey' | 'person' | 'reference' | 'organisation' | 'signature' | 'wrappedKey';
type Row = Omit<SealedFileRow, Optional | 'uploadedAt' | 'scannedAt'> & {
  [Key in Optional]: SealedFileRow[Key] | null;
} & { uploadedAt: Date; scannedAt: Date | null };

const given = <Value>(value: Value | null): value is Value => value !== null;

const toRow = ({
  journey,
  person,
  reference,
  organisation,
  signature,
  wrappedKey,
  uploadedAt,
  scannedAt,
  ...rest
}: Row): SealedFileRow => ({
  ...rest,
  uploadedAt: uploadedAt.toISOString(),
  ...(given(journey) ? { journey } : {}),
  ...(given(person) ? { person } : {}),
  ...(given(reference) ? { reference } : {}),
  ...(given(organisation) ? { organisation } : {}),
  ...(given(signature) ? { signature } : {}),
  ...(given(wrappedKey) ? { wrappedKey } : {}),
  ...(given(scannedAt) ? { scannedAt: scannedAt.toISOString() } : {}),
});

const valuesOf = (row: SealedFileRow): unknown[] => [
  row.id,
  row.programme,
  row.journey ?? null,
  row.person ?? null,
  row.reference ?? null,
  row.topic,
  row.type,
  row.size,
  row.sha256,
  row.address,
  row.state,
  row.uploadedBy,
  row.uploadedAt,
  row.name,
  row.person === undefined ? row.wrappedKey : null,
  row.organisation ?? null,
];

/** Files on PostgreSQL. @param dataSource made by `createDataSource`, initialised and migrated */
export function createFileStore(dataSource: DataSource): FileRowStore {
  const ask = <One extends object>(name: string, text: string, values: readonly unknown[]): Promise<One[]> =>
    withSession(dataSource, (session) => session.query<One>(name, text, values));
  const find = async (id: string): Promise<SealedFileRow | undefined> =>
    (await ask<Row>('find-file', `SELECT ${COLUMNS} ${FROM} WHERE f.id = $1`, [id])).map(toRow)[0];

  return {
    async personKey(person) {
      const rows = await ask<{ key: Buffer }>(
        'file-person-key',
        'SELECT wrapped_key AS key FROM person_key WHERE person = $1',
        [person],
      );
      return rows[0]?.key;
    },
    async insert(row) {
      const inserted = await ask(
        'insert-file',
        `INSERT INTO file (id, programme, journey_id, person, reference, topic, type, size, sha256, address, state, uploaded_by, uploaded_at, name, own_key, organisation)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT (id) DO NOTHING RETURNING id`,
        valuesOf(row),
      );
      if (inserted.length > 0) return { result: 'inserted' };
      const there = await find(row.id);
      return there === undefined ? { result: 'hidden' } : { result: 'taken', row: there };
    },
    find,
    list: async ({ programme, journey, person, reference, state, after, limit }) =>
      (
        await ask<Row>(
          'list-files',
          `SELECT ${COLUMNS} ${FROM}
           WHERE ($1::text IS NULL OR f.programme = $1) AND ($2::text IS NULL OR f.journey_id = $2)
             AND ($3::text IS NULL OR f.person = $3) AND ($4::text IS NULL OR f.reference = $4)
             AND ($5::text IS NULL OR f.state = $5) AND ($6::text IS NULL OR f.id > $6)
           ORDER BY f.id LIMIT $7`,
          [
            programme ?? null,
            journey ?? null,
            person ?? null,
            reference ?? null,
            state ?? null,
            after ?? null,
            limit,
          ],
        )
      ).map(toRow),
    async judge(id, { state, signature, at }) {
      const judged = await ask(
        'judge-file',
        `UPDATE file SET state = $2, signature = $3, scanned_at = $4 WHERE id = $1 AND state = 'pending' RETURNING id`,
        [id, state, signature ?? null, at],
      );
      return judged.length > 0;
    },
    async removeOf(person) {
      const gone = await ask<Pick<FileRow, 'address'>>(
        'remove-files',
        `WITH gone AS (DELETE FROM file WHERE person = $1 RETURNING address)
         SELECT DISTINCT address FROM gone`,
        [person],
      );
      return gone.map(({ address }) => address);
    },
    async isNamed(address) {
      return (await ask('file-named', 'SELECT 1 FROM file WHERE address = $1 LIMIT 1', [address])).length > 0;
    },
  };
}
