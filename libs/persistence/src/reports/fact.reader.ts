import type { EvidenceDocument, FactReader, ReportedFact } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { instantSql } from '../sheet/instant.sql';
import { withSession } from '../stores/sql-session';

interface FactRow extends Omit<ReportedFact, 'supersedes' | 'struck' | 'approvedBy'> {
  readonly supersedes: number | null;
  readonly struck: boolean;
  readonly approvedBy: string | null;
}

const toFact = ({ supersedes, struck, approvedBy, ...fact }: FactRow): ReportedFact => ({
  ...fact,
  ...(supersedes === null ? {} : { supersedes }),
  ...(struck ? { struck: true as const } : {}),
  ...(approvedBy === null ? {} : { approvedBy }),
});

/** Facts and documents behind figures: ids, codes, days and hashes; nothing sealed. */
export const createFactReader = (dataSource: DataSource): FactReader => ({
  facts: (journeys) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<FactRow & Record<string, unknown>>(
        'facts-behind',
        `SELECT journey_id || '/' || version AS fact, journey_id AS journey, version, kind,
           to_char(happened_on, 'YYYY-MM-DD') AS "happenedOn", ${instantSql('recorded_at')} AS "recordedAt",
           actor_role AS role, submitted_by AS "submittedBy", supersedes, struck, approved_by AS "approvedBy"
         FROM fact WHERE journey_id = ANY ($1::text[]) ORDER BY journey_id COLLATE "C", version`,
        [journeys],
      );
      return rows.map(toFact);
    }),
  documents: (programme, references) =>
    withSession(dataSource, (session) =>
      session.query<EvidenceDocument & Record<string, unknown>>(
        'documents-behind',
        `SELECT id AS file, reference, topic, type, size, sha256, state, ${instantSql('uploaded_at')} AS "uploadedAt"
         FROM file WHERE programme = $1 AND reference = ANY ($2::text[]) ORDER BY id COLLATE "C"`,
        [programme, references],
      ),
    ),
});
