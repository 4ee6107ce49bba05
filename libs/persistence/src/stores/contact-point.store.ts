import type { ContactPointRow, ContactPointStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { withSession } from './sql-session';

type Listed = Omit<ContactPointRow, 'wrappedKey' | 'address'>;

/** Contact points on PostgreSQL. @param dataSource made by `createDataSource`, initialised and migrated */
export const createContactPointStore = (dataSource: DataSource): ContactPointStore => ({
  async put(row, at) {
    const kept = await withSession(dataSource, (session) =>
      session.query(
        'put-contact-point',
        `INSERT INTO contact_point (id, programme, role, organisation, person, language, wrapped_key, address, created_at, account)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text WHERE $10::text IS NULL OR EXISTS (SELECT FROM account WHERE id = $10)
       ON CONFLICT (id) DO UPDATE SET programme = excluded.programme, role = excluded.role,
         organisation = excluded.organisation, person = excluded.person, language = excluded.language,
         wrapped_key = excluded.wrapped_key, address = excluded.address, account = excluded.account
       RETURNING id`,
        [
          row.id,
          row.programme,
          row.role,
          row.organisation ?? null,
          row.person ?? null,
          row.language,
          row.wrappedKey,
          row.address,
          at,
          row.account ?? null,
        ],
      ),
    );
    return kept.length > 0;
  },
  async remove(id) {
    await withSession(dataSource, (session) =>
      session.query(
        'remove-contact-point',
        `WITH gone AS (DELETE FROM reminder WHERE contact_point = $1 AND outbox_id IS NULL)
       DELETE FROM contact_point WHERE id = $1`,
        [id],
      ),
    );
  },
  list: async (programme) => {
    const rows = await withSession(dataSource, (session) =>
      session.query<{ listed: Listed }>(
        'contact-points',
        `SELECT jsonb_strip_nulls(to_jsonb(c) - 'wrapped_key' - 'address' - 'created_at') AS listed
         FROM contact_point c WHERE programme = $1 ORDER BY id`,
        [programme],
      ),
    );
    return rows.map(({ listed }) => listed);
  },
});
