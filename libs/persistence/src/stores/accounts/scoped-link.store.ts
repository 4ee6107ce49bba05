import type { ListedLink, ScopedLink, ScopedLinkStore } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { accountSql, present } from './account-sql';

interface ListedRow {
  readonly id: string;
  readonly role: ScopedLink['role'];
  readonly organisation: string | null;
  readonly reference: string | null;
  readonly journey: string;
  readonly placement: string | null;
  readonly commands: readonly string[];
  readonly singleUse: boolean;
  readonly language: ScopedLink['language'];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly provedUntil: Date | null;
}
interface LinkRow extends ListedRow {
  readonly hash: string;
  readonly wrappedKey: Buffer;
  readonly address: Buffer;
}

const LISTED = `id, role, organisation, reference, journey, placement, commands, single_use AS "singleUse", language,
  created_by AS "createdBy", created_at AS "createdAt", expires_at AS "expiresAt", proved_until AS "provedUntil"`;
const OPEN = 'used_at IS NULL AND revoked_at IS NULL';
const ADD = `
  INSERT INTO scoped_link (id, hash, role, organisation, reference, journey, placement, commands, single_use, language,
    wrapped_key, address, created_by, created_at, expires_at, code_tries)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0)`;
const LIST = `
  SELECT ${LISTED}, CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN used_at IS NOT NULL THEN 'used'
    WHEN expires_at <= $2 THEN 'expired' ELSE 'open' END AS state
  FROM scoped_link WHERE journey = $1 ORDER BY created_at DESC, id`;
const MOST_TRIES = 5;
const TAKE_CODE = `
  UPDATE scoped_link SET code_tries = code_tries + 1,
    code_hash = CASE WHEN code_hash = $2 THEN NULL ELSE code_hash END,
    proved_until = CASE WHEN code_hash = $2 THEN $4 ELSE proved_until END
  WHERE id = $1 AND code_hash IS NOT NULL AND code_expires_at > $3 AND code_tries < ${MOST_TRIES}
  RETURNING code_hash AS left`;

/** Links for people without an account on PostgreSQL. */
export function createScopedLinkStore(dataSource: DataSource): ScopedLinkStore {
  const sql = accountSql(dataSource);
  return {
    async add(link) {
      const { id, hash, role, organisation, reference, journey, placement, commands, singleUse } = link;
      const { language, wrappedKey, address, createdBy, createdAt, expiresAt } = link;
      const where = [role, organisation ?? null, reference ?? null, journey, placement ?? null];
      const rest = [commands, singleUse, language, wrappedKey, address, createdBy, createdAt, expiresAt];
      await sql.rows('scoped-link-add', ADD, [id, hash, ...where, ...rest]);
    },
    find: async (hash, now) => {
      const row = await sql.row<LinkRow>(
        'scoped-link-find',
        `SELECT ${LISTED}, hash, wrapped_key AS "wrappedKey", address FROM scoped_link
         WHERE hash = $1 AND expires_at > $2 AND ${OPEN}`,
        [hash, now],
      );
      return row === undefined ? undefined : present(row);
    },
    list: async (journey, now) =>
      (await sql.rows<ListedRow & { state: ListedLink['state'] }>('scoped-links', LIST, [journey, now])).map(
        present,
      ),
    revoke: (id, at) =>
      sql.did(
        'scoped-link-revoke',
        `UPDATE scoped_link SET revoked_at = $2 WHERE id = $1 AND ${OPEN} RETURNING id`,
        [id, at],
      ),
    claim: (id, now, until) =>
      sql.did(
        'scoped-link-claim',
        `UPDATE scoped_link SET claimed_until = $3 WHERE id = $1 AND ${OPEN}
           AND (claimed_until IS NULL OR claimed_until <= $2) RETURNING id`,
        [id, now, until],
      ),
    async settle(id, used) {
      await sql.rows(
        'scoped-link-settle',
        'UPDATE scoped_link SET used_at = $2, claimed_until = NULL WHERE id = $1',
        [id, used ?? null],
      );
    },
    async putCode(id, hash, expiresAt) {
      await sql.rows(
        'scoped-link-code',
        'UPDATE scoped_link SET code_hash = $2, code_expires_at = $3, code_tries = 0 WHERE id = $1',
        [id, hash, expiresAt],
      );
    },
    takeCode: async (id, hash, now, provedUntil) => {
      const row = await sql.row<{ left: string | null }>('scoped-link-take-code', TAKE_CODE, [
        id,
        hash,
        now,
        provedUntil,
      ]);
      return row !== undefined && row.left === null;
    },
  };
}
