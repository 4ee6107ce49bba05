import type { DataSource } from 'typeorm';
import { withActor } from '../scope/with-actor';

/** What waits in the database, in numbers: nobody's data. */
export interface SystemFigures {
  /** Version of the server, such as `18.4`. */
  readonly server: string;
  /** Bytes of the database. */
  readonly bytes: number;
  /** Journeys whose workflow has yet to be told of something. */
  readonly wakes: number;
  readonly mailsWaiting: number;
  /** Since when the oldest of them waits; absent when none does. */
  readonly oldestMail?: Date;
  readonly mailsDead: number;
  readonly webhooksWaiting: number;
  readonly webhooksDead: number;
  /** Entries of the audit that are not chained yet. */
  readonly auditWaiting: number;
  /** Files that no scanner has looked at. */
  readonly filesPending: number;
}

const FIGURES = `
  SELECT current_setting('server_version') AS server, pg_database_size(current_database())::float8 AS bytes,
    (SELECT count(*)::int FROM wake) AS wakes,
    (SELECT count(*)::int FROM outbox WHERE delivered_at IS NULL AND died_at IS NULL) AS "mailsWaiting",
    (SELECT min(created_at) FROM outbox WHERE delivered_at IS NULL AND died_at IS NULL) AS "oldestMail",
    (SELECT count(*)::int FROM outbox WHERE died_at IS NOT NULL) AS "mailsDead",
    (SELECT count(*)::int FROM webhook_delivery WHERE delivered_at IS NULL AND died_at IS NULL) AS "webhooksWaiting",
    (SELECT count(*)::int FROM webhook_delivery WHERE died_at IS NOT NULL) AS "webhooksDead",
    (SELECT count(*)::int FROM audit_waiting) AS "auditWaiting",
    (SELECT count(*)::int FROM file WHERE state = 'pending') AS "filesPending"`;

interface Row extends Omit<SystemFigures, 'oldestMail'> {
  readonly [column: string]: unknown;
  readonly oldestMail: Date | null;
}

/** Counts over all programmes: for those alone who look after the system. */
export async function systemFigures(dataSource: DataSource): Promise<SystemFigures> {
  const rows = await withActor(dataSource, { all: true }, (tx) =>
    tx.query<Row>('system-figures', FIGURES, []),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The database counted nothing');
  const { oldestMail, ...figures } = row;
  return oldestMail === null ? figures : { ...figures, oldestMail };
}
