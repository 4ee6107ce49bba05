import type { RecordWrite } from '@lotse/journeys';
import type { SqlSession } from './sql-session';

/** Appends a version of a record, with the key that seals it where that is new, and the audit's entry. */
export async function writeRecord(session: SqlSession, record: RecordWrite): Promise<void> {
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
