import type { RedactableFile, RedactedPage, Redaction, RedactionStore } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { instantSql } from '../sheet/instant.sql';
import { isUniqueViolation, withSession } from '../stores/sql-session';
import { present } from './present';

const COLUMNS = `id, programme, journey, file, sha256, pages, proposed_by AS "proposedBy",
  ${instantSql('proposed_at')} AS "proposedAt", approved_by AS "approvedBy", ${instantSql('approved_at')} AS "approvedAt"`;

type Row = Redaction & { readonly pages: readonly RedactedPage[] } & Record<string, unknown>;

/** Redactions on PostgreSQL. The second person is written once. */
export const createRedactionStore = (dataSource: DataSource): RedactionStore => ({
  files: (ids) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'redactable-files',
        `SELECT id AS file, programme, journey_id AS journey, type, size, sha256, state FROM file WHERE id = ANY ($1::text[])`,
        [ids],
      );
      return rows.map((row) => present<RedactableFile>(row));
    }),
  add: (redaction) =>
    withSession(dataSource, async (session) => {
      try {
        await session.query(
          'add-redaction',
          `INSERT INTO redaction (id, programme, journey, file, sha256, pages, proposed_by, proposed_at)
           VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
          [
            redaction.id,
            redaction.programme,
            redaction.journey,
            redaction.file,
            redaction.sha256,
            JSON.stringify(redaction.pages),
            redaction.proposedBy,
            redaction.proposedAt,
          ],
        );
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    }),
  find: (id) =>
    withSession(dataSource, async (session) => {
      const [row] = await session.query<Row>(
        'find-redaction',
        `SELECT ${COLUMNS} FROM redaction WHERE id = $1`,
        [id],
      );
      return row === undefined ? undefined : present<Redaction>(row);
    }),
  ofJourney: (journey) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<Row>(
        'redactions-of-journey',
        `SELECT ${COLUMNS} FROM redaction WHERE journey = $1 ORDER BY redaction.proposed_at DESC, id`,
        [journey],
      );
      return rows.map((row) => present<Redaction>(row));
    }),
  approve: (id, by, at) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'approve-redaction',
        `UPDATE redaction SET approved_by = $2, approved_at = $3
         WHERE id = $1 AND approved_by IS NULL AND proposed_by <> $2 RETURNING id`,
        [id, by, at],
      );
      return rows.length > 0;
    }),
  approved: (files) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<Row>(
        'approved-redactions',
        `SELECT DISTINCT ON (file) ${COLUMNS} FROM redaction
         WHERE file = ANY ($1::text[]) AND approved_by IS NOT NULL ORDER BY file, redaction.approved_at DESC, id`,
        [files],
      );
      return rows.map((row) => present<Redaction>(row));
    }),
});
