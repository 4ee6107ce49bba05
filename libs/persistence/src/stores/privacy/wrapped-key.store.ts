import type { KeyUse, WrappedKeyStore } from '@lotse/privacy';
import type { DataSource } from 'typeorm';
import { withActor, type SqlSession } from '../../scope/with-actor';

const EVERYTHING = { all: true } as const;

/** Where wrapped keys stand, and for whom each was wrapped: a key opens for its owner alone. */
const PLACES = [
  { table: 'person_key', column: 'wrapped_key', owner: 'person' },
  { table: 'account', column: 'wrapped_key', owner: `'account/' || id` },
  { table: 'scoped_link', column: 'wrapped_key', owner: `'scoped-link/' || id` },
  { table: 'contact_point', column: 'wrapped_key', owner: `'contact-point/' || id` },
  { table: 'outbox', column: 'wrapped_key', owner: `'notice/' || id` },
  { table: 'complaint', column: 'wrapped_key', owner: `'complaint-' || id` },
  { table: 'webhook', column: 'wrapped_key', owner: `'webhook/' || account || '/' || id` },
  {
    table: 'sample_words',
    column: 'wrapped_key',
    owner: `'sample/' || sample || '/' || unit || '/' || step`,
  },
  { table: 'file', column: 'own_key', owner: `'file/' || id` },
] as const;
type Place = (typeof PLACES)[number];

const headOf = ({ column }: Place): string => `substring(${column} FROM 1 FOR 8)`;

const USES = `SELECT encode(head, 'hex') AS "masterKey", count(*)::int AS keys FROM (${PLACES.map(
  (place) => `SELECT ${headOf(place)} AS head FROM ${place.table} WHERE ${place.column} IS NOT NULL`,
).join(' UNION ALL ')}) AS found GROUP BY 1 ORDER BY 1`;

interface Use extends KeyUse {
  readonly [column: string]: unknown;
}

interface Found {
  readonly [column: string]: unknown;
  readonly at: string;
  readonly owner: string;
  readonly wrapped: Buffer;
}

async function rewrapPlace(
  tx: SqlSession,
  place: Place,
  [masterKey, most]: readonly [Buffer, number],
  rewrap: (wrapped: Buffer, owner: string) => Buffer,
): Promise<number> {
  const { table, column, owner } = place;
  const found = await tx.query<Found>(
    `keys-before ${table}`,
    `SELECT ctid::text AS at, ${owner} AS owner, ${column} AS wrapped FROM ${table}
     WHERE ${column} IS NOT NULL AND ${headOf(place)} <> $1 LIMIT $2 FOR UPDATE`,
    [masterKey, most],
  );
  if (found.length === 0) return 0;
  // Locked until the end of the transaction, so a row stays where it was found.
  await tx.query(
    `wrap-anew ${table}`,
    `UPDATE ${table} SET ${column} = anew.wrapped FROM unnest($1::tid[], $2::bytea[]) AS anew (at, wrapped)
     WHERE ${table}.ctid = anew.at`,
    [found.map(({ at }) => at), found.map((row) => rewrap(row.wrapped, row.owner))],
  );
  return found.length;
}

/** Wrapped keys on PostgreSQL, in all scopes: for the shell of the installation alone. */
export const createWrappedKeyStore = (dataSource: DataSource): WrappedKeyStore => ({
  uses: () => withActor(dataSource, EVERYTHING, (tx) => tx.query<Use>('key-uses', USES, [])),
  rewrap: (masterKey, most, rewrap) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const share = [Buffer.from(masterKey, 'hex'), most] as const;
      let done = 0;
      for (const place of PLACES) done += await rewrapPlace(tx, place, share, rewrap);
      return done;
    }),
});
