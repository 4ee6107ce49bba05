import type { StoredFact } from '@lotse/journeys';
import { FACTS_OF_JOURNEY, toStoredFact, type FactRow } from './fact-row';
import type { SqlSession } from './sql-session';

type Key = { readonly person: string; readonly wrapped_key: Buffer };

/**
 * All facts of a journey by version, with the keys that seal them. Who may read a fact may open it: facts from before a merger are
 * sealed with the key of a person whose journey this no longer is.
 */
export async function factsOf(session: SqlSession, journeyId: string): Promise<StoredFact[]> {
  const rows = await session.query<FactRow>('facts', FACTS_OF_JOURNEY, [journeyId]);
  const locked = rows.filter(({ secret, wrapped_key }) => secret !== null && wrapped_key === null);
  if (locked.length === 0) return rows.map(toStoredFact);
  const persons = [...new Set(locked.map(({ person }) => person))];
  const found = await session.across<Key>(
    'keys',
    'SELECT person, wrapped_key FROM person_key WHERE person = ANY ($1)',
    [persons],
  );
  const keys = new Map(found.map(({ person, wrapped_key }) => [person, wrapped_key]));
  return rows.map((row) =>
    toStoredFact({ ...row, wrapped_key: row.wrapped_key ?? keys.get(row.person) ?? null }),
  );
}
