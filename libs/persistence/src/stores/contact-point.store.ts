import type { ContactPointRow, ContactPointStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { withSession } from './sql-session';

type Listed = Omit<ContactPointRow, 'wrappedKey' | 'address'>;

/** Contact points on PostgreSQL. @param dataSource made by `createDataSource`, initialised and migrated */
export const createContactPointStore = (dataSource: DataSource): ContactPointStore => ({
  async put(row, at) {
    await withSession(dataSource, (session) =>
      session.query(
        'put-contact-point',
        `INSERT INTO contact_point (id, programme, role, organisation, person, language, wrapped_key, address, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET programme = excluded.programme, role = excluded.role,
         organisation = excluded.organisation, person = excluded.person, language = excluded.language,
         wrapped_key = excluded.wrapped_key, address = excluded.address`,
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
        ],
      ),
    );
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
  list: (programme) =>
    withSession(dataSource, (session) =>
      session.query<Listed & Record<string, unknown>>(
        'contact-points',
        `SELECT id, programme, role, organisation, person, language FROM contact_point WHERE programme = $1 ORDER BY id`,
        [programme],
      ),
    ),
});
