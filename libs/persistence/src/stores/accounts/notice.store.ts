import type { NoticeStore } from '@lotse/accounts';
import type { NoticeKind } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { accountSql } from './account-sql';

/** A notice is its own contact point, so that the rule of one mail a day does not hold it back. */
const ADD = `
  INSERT INTO outbox (id, kind, contact_point, programme, role, language, day, data, created_at, attempts, wrapped_key, sealed,
    account)
  VALUES ($1, $2, $1, '', 'system', $3, ($6::timestamptz)::date, '{"items": []}', $6, 0, $4, $5, $7)
  ON CONFLICT (id) DO NOTHING`;

type Notice = Omit<Parameters<NoticeStore['add']>[0], 'kind'> & { readonly kind: NoticeKind };

/** Mails with a secret, through the outbox as all others. The same id again is the same mail. */
export function createNoticeStore(dataSource: DataSource): { add(notice: Notice): Promise<void> } {
  const sql = accountSql(dataSource);
  return {
    async add({ id, kind, account, language, wrappedKey, sealed, createdAt }) {
      const values = [id, kind, language, wrappedKey, sealed, createdAt, account ?? null];
      await sql.rows('notice-add', ADD, values);
    },
  };
}
