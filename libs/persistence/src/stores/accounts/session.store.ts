import type { Challenge, ChallengeStore, SessionStore, StoredSession } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { accountSql, present } from './account-sql';

interface SessionRow {
  readonly id: string;
  readonly hash: string;
  readonly account: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly secondFactor: boolean;
  readonly provedUntil: Date | null;
}

const SESSIONS = `SELECT id, hash, account, created_at AS "createdAt", seen_at AS "seenAt", expires_at AS "expiresAt",
  second_factor AS "secondFactor", proved_until AS "provedUntil" FROM account_session`;
const ADD = `
  WITH old AS (DELETE FROM account_session WHERE expires_at < $4)
  INSERT INTO account_session (id, hash, account, created_at, seen_at, expires_at, second_factor, proved_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Sessions on PostgreSQL. */
export function createSessionStore(dataSource: DataSource): SessionStore {
  const sql = accountSql(dataSource);
  return {
    async add({ id, hash, account, createdAt, seenAt, expiresAt, secondFactor, provedUntil }: StoredSession) {
      const values = [id, hash, account, createdAt, seenAt, expiresAt, secondFactor, provedUntil ?? null];
      await sql.rows('session-add', ADD, values);
    },
    find: async (hash) => {
      const row = await sql.row<SessionRow>('session-find', `${SESSIONS} WHERE hash = $1`, [hash]);
      return row === undefined ? undefined : present(row);
    },
    async seen(id, at) {
      await sql.rows('session-seen', 'UPDATE account_session SET seen_at = $2 WHERE id = $1', [id, at]);
    },
    renew: (id, hash, provedUntil) =>
      sql.did(
        'session-renew',
        'UPDATE account_session SET hash = $2, second_factor = true, proved_until = $3 WHERE id = $1 RETURNING id',
        [id, hash, provedUntil],
      ),
    list: async (account) =>
      (
        await sql.rows<SessionRow>(
          'sessions',
          `${SESSIONS} WHERE account = $1 ORDER BY created_at DESC, id`,
          [account],
        )
      ).map(present),
    end: (account, id) =>
      sql.did('session-end', 'DELETE FROM account_session WHERE account = $1 AND id = $2 RETURNING id', [
        account,
        id,
      ]),
    endOthers: async (account, except) =>
      (
        await sql.rows(
          'session-end-others',
          'DELETE FROM account_session WHERE account = $1 AND id <> $2 RETURNING id',
          [account, except ?? ''],
        )
      ).length,
  };
}

interface ChallengeRow {
  readonly id: string;
  readonly kind: Challenge['kind'];
  readonly account: string | null;
  readonly data: Challenge['data'];
  readonly expiresAt: Date;
}

const CHALLENGE = 'id, kind, account, data, expires_at AS "expiresAt"';
const PUT = `
  WITH old AS (DELETE FROM account_challenge WHERE expires_at < $6)
  INSERT INTO account_challenge (id, kind, account, data, expires_at, tries) VALUES ($1, $2, $3, $4, $5, 0)
  ON CONFLICT (id, kind) DO UPDATE SET account = excluded.account, data = excluded.data, expires_at = excluded.expires_at`;

/** Steps of sign-ins on PostgreSQL. */
export function createChallengeStore(dataSource: DataSource): ChallengeStore {
  const sql = accountSql(dataSource);
  const one = async (
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Challenge | undefined> => {
    const row = await sql.row<ChallengeRow>(name, `${text} RETURNING ${CHALLENGE}`, values);
    return row === undefined ? undefined : present(row);
  };
  return {
    async put({ id, kind, account, data, expiresAt }, now) {
      await sql.rows('challenge-put', PUT, [id, kind, account ?? null, JSON.stringify(data), expiresAt, now]);
    },
    attempt: (id, kind, now, most) =>
      one(
        'challenge-attempt',
        'UPDATE account_challenge SET tries = tries + 1 WHERE id = $1 AND kind = $2 AND expires_at > $3 AND tries < $4',
        [id, kind, now, most],
      ),
    take: (id, kind, now) =>
      one('challenge-take', 'DELETE FROM account_challenge WHERE id = $1 AND kind = $2 AND expires_at > $3', [
        id,
        kind,
        now,
      ]),
  };
}
