import type { ReportRow, ReportStore } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { instantSql } from '../sheet/instant.sql';
import { inTransaction, isUniqueViolation, withSession } from '../stores/sql-session';

const COLUMNS = `id, programme, to_char(as_of, 'YYYY-MM-DD') AS "asOf", ${instantSql('known_at')} AS "knownAt", state, content,
  sha256, kinds, proposed_by AS "proposedBy", ${instantSql('proposed_at')} AS "proposedAt", signatures`;

type Row = ReportRow & Record<string, unknown>;

/** Reports on PostgreSQL. A change locks the row, so that two signatures at once both count. */
export const createReportStore = (dataSource: DataSource): ReportStore => ({
  add: async (row) => {
    try {
      await withSession(dataSource, (session) =>
        session.query(
          'add-report',
          `INSERT INTO report (id, programme, as_of, known_at, state, content, sha256, kinds, proposed_by, proposed_at, signatures)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            row.id,
            row.programme,
            row.asOf,
            row.knownAt,
            row.state,
            row.content,
            row.sha256,
            row.kinds,
            row.proposedBy,
            row.proposedAt,
            JSON.stringify(row.signatures),
          ],
        ),
      );
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
  find: (id) =>
    withSession(dataSource, async (session) => {
      const [row] = await session.query<Row>('find-report', `SELECT ${COLUMNS} FROM report WHERE id = $1`, [
        id,
      ]);
      return row;
    }),
  list: (programme) =>
    withSession(dataSource, (session) =>
      session.query<Row>(
        'list-reports',
        `SELECT ${COLUMNS} FROM report WHERE programme = $1 ORDER BY report.proposed_at DESC, id`,
        [programme],
      ),
    ),
  change: (id, change) =>
    inTransaction(dataSource, async (session) => {
      const [row] = await session.query<Row>(
        'lock-report',
        `SELECT ${COLUMNS} FROM report WHERE id = $1 FOR UPDATE`,
        [id],
      );
      const next = row === undefined ? undefined : change(row);
      if (row === undefined || next === undefined) return { keep: false, row };
      await session.query('change-report', 'UPDATE report SET state = $2, signatures = $3 WHERE id = $1', [
        id,
        next.state,
        JSON.stringify(next.signatures),
      ]);
      return { keep: true, row: { ...row, ...next } };
    }).then(({ row }) => row),
});
