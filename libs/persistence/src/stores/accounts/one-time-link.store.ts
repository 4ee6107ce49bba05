import type { LinkUse, OneTimeLink, OneTimeLinkStore } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { isUniqueViolation } from '../sql-session';
import { accountSql, present } from './account-sql';

interface LinkRow {
  readonly hash: string;
  readonly kind: OneTimeLink['kind'];
  readonly account: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const ISSUE = `
  INSERT INTO account_link (account, hash, kind, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, kind = excluded.kind, created_at = excluded.created_at,
    expires_at = excluded.expires_at`;
const FIND = `
  SELECT l.hash, l.kind, l.account, l.created_at AS "createdAt", l.expires_at AS "expiresAt"
  FROM account_link l JOIN account a ON a.id = l.account
  WHERE l.hash = $1 AND l.expires_at > $2
    AND a.status = CASE l.kind WHEN 'invitation' THEN 'invited' ELSE 'active' END`;
const TAKE = `
  DELETE FROM account_link l USING account a
  WHERE a.id = l.account AND l.hash = $1 AND l.expires_at > $2
    AND a.status = CASE l.kind WHEN 'invitation' THEN 'invited' ELSE 'active' END
  RETURNING l.account`;
const APPLY = `
  WITH sessions AS (DELETE FROM account_session WHERE account = $1),
    challenges AS (DELETE FROM account_challenge WHERE account = $1)
  UPDATE account SET password_hash = $2, status = 'active', changed_at = $3, details = coalesce($4, details),
    email_key = coalesce($5, email_key), language = coalesce($6, language) WHERE id = $1`;

/** Links of invitations and resets on PostgreSQL. */
export function createOneTimeLinkStore(dataSource: DataSource): OneTimeLinkStore {
  const sql = accountSql(dataSource);
  return {
    async issue({ account, hash, kind, createdAt, expiresAt }) {
      await sql.rows('link-issue', ISSUE, [account, hash, kind, createdAt, expiresAt]);
    },
    find: async (hash, now) => {
      const row = await sql.row<LinkRow>('link-find', FIND, [hash, now]);
      return row === undefined ? undefined : present(row);
    },
    async use(hash, { at, passwordHash, change }: LinkUse) {
      const changed = [change?.details ?? null, change?.emailKey ?? null, change?.language ?? null];
      try {
        const { keep } = await sql.atOnce(async (session) => {
          const [taken] = await session.query<{ account: string }>('link-take', TAKE, [hash, at]);
          if (taken === undefined) return { keep: false };
          await session.query('link-apply', APPLY, [taken.account, passwordHash, at, ...changed]);
          return { keep: true };
        });
        return keep ? 'used' : 'unknown';
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken';
        throw error;
      }
    },
  };
}
