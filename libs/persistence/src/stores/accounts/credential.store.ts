import type { Credentials, CredentialStore, Passkey } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { isUniqueViolation } from '../sql-session';
import { accountSql, type AccountSql } from './account-sql';

interface SecretRow {
  readonly passwordHash: string | null;
  readonly totp: Buffer | null;
  readonly recoveryCodes: number;
}
interface PasskeyRow extends Omit<Passkey, 'counter' | 'createdAt'> {
  readonly counter: string;
  readonly createdAt: Date;
}

const SECRETS = `SELECT password_hash AS "passwordHash", totp,
  (SELECT count(*)::int FROM account_recovery_code c WHERE c.account = a.id) AS "recoveryCodes"
  FROM account a WHERE id = $1`;
const PASSKEYS = `SELECT id, account, public_key AS "publicKey", counter::text, transports, created_at AS "createdAt"
  FROM account_passkey`;
const ADD_PASSKEY = `INSERT INTO account_passkey (id, account, public_key, counter, transports, created_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;
const PUT_CODES = `
  INSERT INTO account_recovery_code (account, hash) SELECT $1, unnest($2::text[])`;
/** Authenticators that keep no counter always say 0. */
const USE_PASSKEY = `UPDATE account_passkey SET counter = $2 WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))
  RETURNING id`;

const toPasskey = ({ counter, createdAt, ...row }: PasskeyRow): Passkey => ({
  ...row,
  counter: Number(counter),
  createdAt: createdAt.toISOString(),
});

async function credentialsOf(sql: AccountSql, account: string): Promise<Credentials> {
  const row = await sql.row<SecretRow>('credentials', SECRETS, [account]);
  if (row === undefined) return { passkeys: [], recoveryCodes: 0 };
  const passkeys = await sql.rows<PasskeyRow>(
    'credential-passkeys',
    `${PASSKEYS} WHERE account = $1 ORDER BY created_at, id`,
    [account],
  );
  return {
    ...(row.passwordHash === null ? {} : { passwordHash: row.passwordHash }),
    ...(row.totp === null ? {} : { totp: row.totp }),
    passkeys: passkeys.map(toPasskey),
    recoveryCodes: row.recoveryCodes,
  };
}

/** Credentials on PostgreSQL. */
export function createCredentialStore(dataSource: DataSource): CredentialStore {
  const sql = accountSql(dataSource);
  const set = async (name: string, text: string, values: readonly unknown[]): Promise<void> => {
    await sql.rows(name, text, values);
  };
  return {
    of: (account) => credentialsOf(sql, account),
    setPassword: (account, hash) =>
      set('credential-password', 'UPDATE account SET password_hash = $2 WHERE id = $1', [account, hash]),
    draftTotp: (account, sealed) =>
      set('credential-draft', 'UPDATE account SET totp_draft = $2 WHERE id = $1', [account, sealed]),
    draftOf: async (account) =>
      (
        await sql.row<{ draft: Buffer | null }>(
          'credential-draft-of',
          'SELECT totp_draft AS draft FROM account WHERE id = $1',
          [account],
        )
      )?.draft ?? undefined,
    confirmTotp: (account, step) =>
      sql.did(
        'credential-confirm',
        `UPDATE account SET totp = totp_draft, totp_draft = NULL, totp_step = $2
         WHERE id = $1 AND totp_draft IS NOT NULL RETURNING id`,
        [account, step],
      ),
    takeTotpStep: (account, step) =>
      sql.did(
        'credential-step',
        'UPDATE account SET totp_step = $2 WHERE id = $1 AND (totp_step IS NULL OR totp_step < $2) RETURNING id',
        [account, step],
      ),
    removeTotp: (account) =>
      set(
        'credential-no-totp',
        'UPDATE account SET totp = NULL, totp_draft = NULL, totp_step = NULL WHERE id = $1',
        [account],
      ),
    async putRecoveryCodes(account, hashes) {
      await sql.atOnce(async (session) => {
        await session.query('credential-no-codes', 'DELETE FROM account_recovery_code WHERE account = $1', [
          account,
        ]);
        await session.query('credential-codes', PUT_CODES, [account, hashes]);
        return { keep: true };
      });
    },
    takeRecoveryCode: (account, hash) =>
      sql.did(
        'credential-take-code',
        'DELETE FROM account_recovery_code WHERE account = $1 AND hash = $2 RETURNING hash',
        [account, hash],
      ),
    async addPasskey({ id, account, publicKey, counter, transports, createdAt }) {
      try {
        await set('passkey-add', ADD_PASSKEY, [id, account, publicKey, counter, transports, createdAt]);
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    findPasskey: async (id) => {
      const row = await sql.row<PasskeyRow>('passkey-find', `${PASSKEYS} WHERE id = $1`, [id]);
      return row === undefined ? undefined : toPasskey(row);
    },
    usePasskey: (id, counter) => sql.did('passkey-use', USE_PASSKEY, [id, counter]),
    removePasskey: (account, id) =>
      sql.did('passkey-remove', 'DELETE FROM account_passkey WHERE account = $1 AND id = $2 RETURNING id', [
        account,
        id,
      ]),
  };
}
