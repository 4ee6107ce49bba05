import type { JourneyTransaction, RecordWrite, SealedPerson } from '@lotse/journeys';
import { isUniqueViolation, type SqlSession } from './sql-session';
import { writeRecord } from './write-record';

/** Seen whatever the scope: an id that somebody else's record has is no new one. */
const FIRST = `SELECT body_hash AS "bodyHash" FROM record WHERE type = 'person' AND id = $1 AND version = 1`;

/** See `JourneyTransaction.enterPerson`. Row-level security takes a person as long as no journey is theirs. */
export async function enterPerson(
  session: SqlSession,
  record: RecordWrite,
): ReturnType<JourneyTransaction['enterPerson']> {
  const [first] = await session.across<{ bodyHash: string }>('first-of-person', FIRST, [record.id]);
  if (first !== undefined) return first.bodyHash === record.bodyHash ? 'known' : 'other';
  try {
    await writeRecord(session, record);
    return 'entered';
  } catch (error) {
    if (isUniqueViolation(error)) return 'clash';
    throw error;
  }
}

const FROM = `
  SELECT p.id, r.version, r.secret, k.wrapped_key AS "wrappedKey"
  FROM (SELECT DISTINCT person AS id FROM journey WHERE university = $1) p
  JOIN person_key k ON k.person = p.id
  JOIN LATERAL (SELECT version, secret FROM record WHERE type = 'person' AND id = p.id ORDER BY version DESC LIMIT 1) r ON true
  WHERE r.secret IS NOT NULL
  ORDER BY p.id`;

/** See `JourneyStore.personsFrom`. */
export const personsFrom = (session: SqlSession, university: string): Promise<readonly SealedPerson[]> =>
  session.query<SealedPerson & Record<string, unknown>>('persons-from', FROM, [university]);
