import type { AccountStore, StoredAccount, StoredGrant } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { isUniqueViolation, type SqlSession } from '../sql-session';
import { accountSql, present } from './account-sql';

interface AccountRow {
  readonly id: string;
  readonly status: StoredAccount['status'];
  readonly language: StoredAccount['language'];
  readonly emailKey: string | null;
  readonly wrappedKey: Buffer;
  readonly details: Buffer;
  readonly createdAt: Date;
}
interface GrantRow {
  readonly id: string;
  readonly source: StoredGrant['source'];
  readonly role: StoredGrant['role'];
  readonly programme: string | null;
  readonly organisation: string | null;
  readonly person: string | null;
  readonly reference: string | null;
  readonly duties: 'complaints'[] | null;
  readonly from: string | null;
  readonly to: string | null;
}

const COLUMNS = `a.id, a.status, a.language, a.email_key AS "emailKey", a.wrapped_key AS "wrappedKey", a.details,
  a.created_at AS "createdAt"`;
const ADD = `INSERT INTO account (id, status, language, email_key, wrapped_key, details, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const ADD_GRANT = `
  INSERT INTO account_grant (id, account, source, role, programme, organisation, person, reference, valid_from, valid_to,
    duties)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const DISABLE = `
  WITH sessions AS (DELETE FROM account_session WHERE account = $1 AND $2 = 'disabled'),
    challenges AS (DELETE FROM account_challenge WHERE account = $1 AND $2 = 'disabled'),
    links AS (DELETE FROM account_link WHERE account = $1 AND $2 = 'disabled'),
    tokens AS (UPDATE access_token SET revoked = true WHERE account = $1 AND $2 = 'disabled')
  UPDATE account SET status = $2, changed_at = $3 WHERE id = $1 RETURNING id`;
const GRANTS = `SELECT id, source, role, programme, organisation, person, reference, duties, valid_from::text AS "from",
  valid_to::text AS "to" FROM account_grant WHERE account = $1 ORDER BY id`;
const HAS_ADMINISTRATOR = `SELECT a.id FROM account a JOIN account_grant g ON g.account = a.id
  WHERE a.status <> 'disabled' AND g.role = 'administrator' AND g.programme IS NULL LIMIT 1`;

const grantValues = (account: string, grant: StoredGrant): readonly unknown[] => [
  grant.id,
  account,
  grant.source,
  grant.role,
  grant.programme ?? null,
  grant.organisation ?? null,
  grant.person ?? null,
  grant.reference ?? null,
  grant.from ?? null,
  grant.to ?? null,
  grant.duties ?? null,
];

async function addGrants(
  session: SqlSession,
  account: string,
  grants: readonly StoredGrant[],
): Promise<void> {
  for (const grant of grants)
    await session.query('account-add-grant', ADD_GRANT, grantValues(account, grant));
}

/** Accounts on PostgreSQL. @param dataSource made by `createDataSource`, initialised and migrated */
export function createAccountStore(dataSource: DataSource): AccountStore {
  const sql = accountSql(dataSource);
  const one = async (
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<StoredAccount | undefined> => {
    const row = await sql.row<AccountRow>(name, text, values);
    return row === undefined ? undefined : present(row);
  };
  return {
    async add(account, grants) {
      const { id, status, language, emailKey, wrappedKey, details, createdAt } = account;
      const values = [id, status, language, emailKey ?? null, wrappedKey, details, createdAt];
      try {
        await sql.atOnce(async (session) => {
          await session.query('account-add', ADD, values);
          await addGrants(session, id, grants);
          return { keep: true };
        });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    find: (id) => one('account-find', `SELECT ${COLUMNS} FROM account a WHERE a.id = $1`, [id]),
    findByEmail: (emailKey) =>
      one('account-by-email', `SELECT ${COLUMNS} FROM account a WHERE a.email_key = $1`, [emailKey]),
    findBySubject: (issuer, subject) =>
      one(
        'account-by-subject',
        `SELECT ${COLUMNS} FROM account a JOIN account_subject s ON s.account = a.id WHERE s.issuer = $1 AND s.subject = $2`,
        [issuer, subject],
      ),
    async bindSubject(issuer, subject, account) {
      await sql.rows(
        'account-bind-subject',
        'INSERT INTO account_subject (issuer, subject, account) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [issuer, subject, account],
      );
    },
    list: async (after, limit) =>
      (
        await sql.rows<AccountRow>(
          'accounts',
          `SELECT ${COLUMNS} FROM account a WHERE a.id > $1 ORDER BY a.id LIMIT $2`,
          [after, limit],
        )
      ).map(present),
    setStatus: (id, status, at) => sql.did('account-set-status', DISABLE, [id, status, at]),
    grantsOf: async (account) => (await sql.rows<GrantRow>('account-grants', GRANTS, [account])).map(present),
    async addGrant(account, grant) {
      await sql.rows('account-add-grant', ADD_GRANT, grantValues(account, grant));
    },
    removeGrant: (account, grant) =>
      sql.did(
        'account-remove-grant',
        'DELETE FROM account_grant WHERE account = $1 AND id = $2 RETURNING id',
        [account, grant],
      ),
    async replaceProviderGrants(account, grants) {
      await sql.atOnce(async (session) => {
        await session.query(
          'account-clear-provider',
          `DELETE FROM account_grant WHERE account = $1 AND source = 'provider'`,
          [account],
        );
        await addGrants(session, account, grants);
        return { keep: true };
      });
    },
    hasAdministrator: () => sql.did('account-has-administrator', HAS_ADMINISTRATOR, []),
  };
}
