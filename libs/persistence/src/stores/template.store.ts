import type { StoredTemplate, TemplateStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { withSession, type SqlSession } from './sql-session';

interface Row extends Omit<StoredTemplate, 'recordedAt' | 'publishedAt'> {
  readonly recordedAt: Date;
  readonly publishedAt: Date | null;
}

const COLUMNS =
  'id, status, submitted_by AS "submittedBy", recorded_at AS "recordedAt", published_at AS "publishedAt"';

/** A row without its body: instants as text, nothing that is null. */
function toListed({
  id,
  status,
  submittedBy,
  recordedAt,
  publishedAt,
}: Omit<Row, 'body'>): Omit<StoredTemplate, 'body'> {
  return {
    id,
    status,
    submittedBy,
    recordedAt: recordedAt.toISOString(),
    ...(publishedAt === null ? {} : { publishedAt: publishedAt.toISOString() }),
  };
}

/** One template, on whatever connection. */
export async function templateOn(
  session: Pick<SqlSession, 'query'>,
  id: string,
): Promise<StoredTemplate | undefined> {
  const [row] = await session.query<Row>('template', `SELECT ${COLUMNS}, body FROM template WHERE id = $1`, [
    id,
  ]);
  return row === undefined ? undefined : { ...toListed(row), body: row.body };
}

/** Templates on PostgreSQL. */
export function createTemplateStore(dataSource: DataSource): TemplateStore {
  const changed = async (name: string, text: string, values: readonly unknown[]): Promise<boolean> =>
    (await withSession(dataSource, (session) => session.query(name, `${text} RETURNING id`, values))).length >
    0;
  return {
    get: (id) => withSession(dataSource, (session) => templateOn(session, id)),
    list: async () => {
      const rows = await withSession(dataSource, (session) =>
        session.query<Omit<Row, 'body'>>('templates', `SELECT ${COLUMNS} FROM template ORDER BY id`, []),
      );
      return rows.map(toListed);
    },
    putDraft: (id, body, { submittedBy, recordedAt }) =>
      changed(
        'put-draft',
        `INSERT INTO template (id, status, body, submitted_by, recorded_at) VALUES ($1, 'draft', $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, submitted_by = excluded.submitted_by,
           recorded_at = excluded.recorded_at
         WHERE template.status = 'draft'`,
        [id, JSON.stringify(body), submittedBy, recordedAt],
      ),
    publish: (id, body, at) =>
      changed(
        'publish',
        `UPDATE template SET status = 'published', published_at = $3
         WHERE id = $1 AND status = 'draft' AND body = $2::jsonb`,
        [id, JSON.stringify(body), at],
      ),
    seed: async (id, body, { submittedBy, recordedAt }) => {
      await changed(
        'seed-template',
        `INSERT INTO template (id, status, body, submitted_by, recorded_at, published_at)
         VALUES ($1, 'published', $2, $3, $4, $4) ON CONFLICT (id) DO NOTHING`,
        [id, JSON.stringify(body), submittedBy, recordedAt],
      );
    },
  };
}
