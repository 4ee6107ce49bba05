import type { AccessToken, AccessTokenStore } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { accountSql, present } from './account-sql';

interface TokenRow {
  readonly id: string;
  readonly hash: string;
  readonly account: string;
  readonly label: string;
  readonly scopes: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

const TOKENS = `SELECT id, hash, account, label, scopes, created_at AS "createdAt", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt" FROM access_token WHERE NOT revoked`;

/** Tokens for programs on PostgreSQL. */
export function createAccessTokenStore(dataSource: DataSource): AccessTokenStore {
  const sql = accountSql(dataSource);
  return {
    async add({ id, hash, account, label, scopes, createdAt, expiresAt }: AccessToken) {
      await sql.rows(
        'token-add',
        `INSERT INTO access_token (id, hash, account, label, scopes, created_at, expires_at, revoked)
         VALUES ($1, $2, $3, $4, $5, $6, $7, false)`,
        [id, hash, account, label, scopes ?? null, createdAt, expiresAt],
      );
    },
    find: async (hash, now) => {
      const row = await sql.row<TokenRow>('token-find', `${TOKENS} AND hash = $1 AND expires_at > $2`, [
        hash,
        now,
      ]);
      return row === undefined ? undefined : present(row);
    },
    list: async (account) =>
      (
        await sql.rows<TokenRow>('tokens', `${TOKENS} AND account = $1 ORDER BY created_at DESC, id`, [
          account,
        ])
      ).map(present),
    async used(id, at) {
      await sql.rows('token-used', 'UPDATE access_token SET last_used_at = $2 WHERE id = $1', [id, at]);
    },
    revoke: (account, id) =>
      sql.did(
        'token-revoke',
        'UPDATE access_token SET revoked = true WHERE account = $1 AND id = $2 AND NOT revoked RETURNING id',
        [account, id],
      ),
  };
}
