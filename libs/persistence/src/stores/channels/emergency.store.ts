import type { EmergencyStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { inTransaction, isUniqueViolation, withSession } from '../sql-session';
import { remindersStatement } from '../write-reminders.sql';

/** Emergency access on PostgreSQL. */
export const createEmergencyStore = (dataSource: DataSource): EmergencyStore => ({
  open: async (row, notice) => {
    try {
      await inTransaction(dataSource, async (session) => {
        await session.query(
          'open-emergency',
          `INSERT INTO emergency_access (id, account, journey_id, person, opened_at, until, secret)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [row.id, row.account, row.journey, row.person, row.openedAt, row.until, row.secret],
        );
        const { name, text, values } = remindersStatement([notice]);
        await session.query(name, text, values);
        return { keep: true };
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
  close: (account, journey, id, at) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'close-emergency',
        `UPDATE emergency_access SET until = $4 WHERE account = $1 AND journey_id = $2 AND id = $3 AND until > $4 RETURNING id`,
        [account, journey, id, at],
      );
      return rows.length > 0;
    }),
  openAt: (account, journey, at) =>
    withSession(dataSource, async (session) => {
      const [row] = await session.query<{ id: string; until: Date }>(
        'open-emergency-at',
        `SELECT id, until FROM emergency_access WHERE account = $1 AND journey_id = $2 AND until > $3
         ORDER BY until DESC LIMIT 1`,
        [account, journey, at],
      );
      return row === undefined ? undefined : { id: row.id, until: row.until.toISOString() };
    }),
});
