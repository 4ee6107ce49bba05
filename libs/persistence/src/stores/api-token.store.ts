import type { DataSource } from 'typeorm';
import { withActor } from '../scope/with-actor';

/** Who asks is not known before the token is: tokens are looked up by Lotse itself. */
const EVERYTHING = { all: true } as const;

/** Who may use the API: ids of owners with the SHA-256 of their tokens. The tokens themselves are nowhere in the database. */
export interface ApiTokenStore {
  /** Replaces the owner's earlier token; the same one again changes nothing. @param hash SHA-256 in hex */
  put(owner: string, hash: string, at: Date): Promise<void>;
  /** All owners, by id. */
  list(): Promise<readonly { readonly id: string; readonly hash: string }[]>;
}

/** @param dataSource made by `createDataSource`, initialised and migrated */
export const createApiTokenStore = (dataSource: DataSource): ApiTokenStore => ({
  async put(owner, hash, at) {
    await withActor(dataSource, EVERYTHING, (tx) =>
      tx.query(
        'put-api-token',
        `INSERT INTO api_token (id, hash, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at
       WHERE api_token.hash <> excluded.hash`,
        [owner, hash, at],
      ),
    );
  },
  list: () =>
    withActor(dataSource, EVERYTHING, (tx) =>
      tx.query<{ id: string; hash: string }>('api-tokens', 'SELECT id, hash FROM api_token ORDER BY id', []),
    ),
});
