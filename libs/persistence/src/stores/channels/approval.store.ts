import type { ApprovalRow, ApprovalStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { inTransaction, isUniqueViolation, withSession } from '../sql-session';

const COLUMNS = `id, journey_id AS journey, person, command, needs, requester, requested_at AS "requestedAt",
  expires_at AS "expiresAt", state, votes, secret`;

interface Row extends Omit<ApprovalRow, 'requestedAt' | 'expiresAt'> {
  readonly requestedAt: Date;
  readonly expiresAt: Date;
}

const toApproval = ({ requestedAt, expiresAt, ...rest }: Row): ApprovalRow => ({
  ...rest,
  requestedAt: requestedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** Approvals on PostgreSQL. A change locks the row, so that giving and revoking never both win. */
export const createApprovalStore = (dataSource: DataSource): ApprovalStore => ({
  add: async (row) => {
    try {
      await withSession(dataSource, (session) =>
        session.query(
          'add-approval',
          `INSERT INTO approval (id, journey_id, person, command, needs, requester, requested_at, expires_at, state, votes, secret)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            row.id,
            row.journey,
            row.person,
            row.command,
            JSON.stringify(row.needs),
            JSON.stringify(row.requester),
            row.requestedAt,
            row.expiresAt,
            row.state,
            JSON.stringify(row.votes),
            row.secret,
          ],
        ),
      );
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
  list: (journey) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<Row>(
        'list-approvals',
        `SELECT ${COLUMNS} FROM approval WHERE journey_id = $1 ORDER BY requested_at, id`,
        [journey],
      );
      return rows.map(toApproval);
    }),
  change: (journey, id, change) =>
    inTransaction(dataSource, async (session) => {
      const [found] = await session.query<Row>(
        'lock-approval',
        `SELECT ${COLUMNS} FROM approval WHERE journey_id = $1 AND id = $2 FOR UPDATE`,
        [journey, id],
      );
      if (found === undefined) return { keep: false, row: undefined };
      const row = toApproval(found);
      const next = change(row);
      if (next === undefined) return { keep: false, row };
      await session.query(
        'change-approval',
        'UPDATE approval SET state = $3, votes = $4 WHERE journey_id = $1 AND id = $2',
        [journey, id, next.state, JSON.stringify(next.votes)],
      );
      return { keep: true, row: { ...row, ...next } };
    }).then(({ row }) => row),
});
