import type { NoteRow, NoteStore } from '@lotse/journeys';
import type { Role } from '@lotse/domain';
import type { DataSource } from 'typeorm';
import { inTransaction, withSession } from '../sql-session';

const COLUMNS = `id, journey_id AS journey, person, audience, owner, author_role AS role, author_organisation AS organisation,
  submitted_by AS "submittedBy", recorded_at AS "recordedAt", secret`;

interface Row extends Omit<NoteRow, 'by' | 'recordedAt'> {
  readonly role: Role;
  readonly organisation: string | null;
  readonly recordedAt: Date;
}

const toNote = ({ role, organisation, recordedAt, ...rest }: Row): NoteRow => ({
  ...rest,
  by: { role, ...(organisation === null ? {} : { organisation }) },
  recordedAt: recordedAt.toISOString(),
});

/** Notes on PostgreSQL; appended, never changed. */
export const createNoteStore = (dataSource: DataSource): NoteStore => ({
  add: (note) =>
    inTransaction(dataSource, async (session) => {
      await session.query(
        'add-note',
        `INSERT INTO note (id, journey_id, person, audience, owner, author_role, author_organisation, submitted_by, recorded_at, secret)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (journey_id, id) DO NOTHING`,
        [
          note.id,
          note.journey,
          note.person,
          note.audience,
          note.owner,
          note.by.role,
          note.by.organisation ?? null,
          note.submittedBy,
          note.recordedAt,
          note.secret,
        ],
      );
      const [row] = await session.query<Row>(
        'find-note',
        `SELECT ${COLUMNS} FROM note WHERE journey_id = $1 AND id = $2`,
        [note.journey, note.id],
      );
      if (row === undefined) throw new Error(`Note ${note.id} was stored and is not there`);
      return { keep: true, note: toNote(row) };
    }).then(({ note: kept }) => kept),
  list: (journey, owners) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query<Row>(
        'list-notes',
        `SELECT ${COLUMNS} FROM note WHERE journey_id = $1 AND (audience = 'shared' OR owner = ANY ($2))
         ORDER BY recorded_at, id`,
        [journey, owners],
      );
      return rows.map(toNote);
    }),
});
