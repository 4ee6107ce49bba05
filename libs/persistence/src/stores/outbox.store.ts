import type { DeadMail, LetterItem, MailState, NoticeKind, OutboxStore, StoredMail } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { LEAVE_DEPUTIES, TELL_DEPUTIES } from './deputy-reminders.sql';
import { withSession } from './sql-session';

const WAITING = `
  SELECT w.programme, (SELECT r.body ->> 'timeZone' FROM record r WHERE r.type = 'programme' AND r.id = w.programme
    ORDER BY r.version DESC LIMIT 1) AS "timeZone"
  FROM (SELECT DISTINCT programme FROM reminder WHERE outbox_id IS NULL) w ORDER BY 1`;

const MERGE = `
  WITH ready AS (
    SELECT contact_point,
      jsonb_agg(jsonb_build_object('journey', journey_id, 'clock', clock, 'dueOn', due_on, 'effect', effect)
        ORDER BY due_on, journey_id, clock) AS items
    FROM reminder WHERE programme = $1 AND outbox_id IS NULL
    GROUP BY contact_point HAVING max(created_at) <= $4::timestamptz OR min(created_at) <= $5::timestamptz),
  mails AS (
    INSERT INTO outbox (id, kind, contact_point, programme, role, organisation, language, day, data, created_at, attempts)
    SELECT c.mail || '.' || $2::text, 'mail', c.id, c.programme, c.role, c.organisation, c.language, ($2::text)::date,
      jsonb_build_object('items', ready.items), $3::timestamptz, 0
    FROM ready JOIN (
      SELECT id, 'mail.' || id AS mail, programme, role, organisation, language FROM contact_point
      UNION ALL SELECT 'account/' || id || '/' || $1, 'deputy.' || id || '.' || $1, $1, 'deputy', NULL, language FROM account
    ) c ON c.id = ready.contact_point
    ON CONFLICT DO NOTHING RETURNING id, contact_point),
  told AS (
    UPDATE reminder r SET outbox_id = m.id FROM mails m
    WHERE r.contact_point = m.contact_point AND r.programme = $1 AND r.outbox_id IS NULL)
  SELECT id FROM mails`;

const CLAIM = `
  UPDATE outbox o SET claimed_until = now() + make_interval(secs => $2::double precision / 1000)
  FROM (SELECT id FROM outbox
    WHERE delivered_at IS NULL AND died_at IS NULL AND (claimed_until IS NULL OR claimed_until < now())
    ORDER BY day, id LIMIT $1 FOR UPDATE SKIP LOCKED) free
  WHERE o.id = free.id RETURNING o.id`;

const HOLD = `
  UPDATE outbox SET claimed_until = now() + make_interval(secs => $2::double precision / 1000) WHERE id = $1`;

const FIND = `
  SELECT o.id, o.kind, o.contact_point AS "contactPoint", o.programme, o.language, o.data -> 'items' AS items,
    CASE WHEN o.delivered_at IS NOT NULL THEN 'delivered' WHEN o.died_at IS NOT NULL THEN 'dead' ELSE 'waiting' END AS state,
    c.wrapped_key AS "wrappedKey", c.address, o.wrapped_key AS "noticeKey", o.sealed AS notice,
    a.id AS account, a.wrapped_key AS "accountKey", a.details
  FROM outbox o LEFT JOIN contact_point c ON c.id = o.contact_point
    LEFT JOIN account a ON o.contact_point LIKE 'account/%' AND a.id = split_part(o.contact_point, '/', 2) AND a.status = 'active'
  WHERE o.id = $1`;

const NOTE = `
  UPDATE outbox SET tried_at = $3::timestamptz, last_code = coalesce($4, last_code),
    attempts = attempts + CASE WHEN $4::text IS NULL AND $2 = 'dead' THEN 0 ELSE 1 END,
    delivered_at = CASE WHEN $2 = 'delivered' THEN $3::timestamptz END,
    died_at = CASE WHEN $2 = 'dead' THEN $3::timestamptz END,
    sealed = CASE WHEN $2 = 'waiting' THEN sealed END, wrapped_key = CASE WHEN $2 = 'waiting' THEN wrapped_key END
  WHERE id = $1 AND delivered_at IS NULL AND died_at IS NULL`;

const DEAD = `
  SELECT id, contact_point AS "contactPoint", attempts, coalesce(last_code, 'given-up') AS code, died_at AS "diedAt"
  FROM outbox WHERE died_at IS NOT NULL ORDER BY died_at DESC, id LIMIT $1`;

const STATE = `CASE WHEN delivered_at IS NOT NULL THEN 'delivered' WHEN died_at IS NOT NULL THEN 'dead' ELSE 'waiting' END`;

const REVIVE = `
  WITH revived AS (
    UPDATE outbox SET died_at = NULL, claimed_until = NULL WHERE id = $1 AND died_at IS NOT NULL RETURNING id)
  SELECT CASE WHEN EXISTS (SELECT FROM revived) THEN 'waiting' ELSE ${STATE} END AS state FROM outbox WHERE id = $1`;

const DROP = `
  WITH dropped AS (DELETE FROM outbox WHERE id = $1 AND died_at IS NOT NULL)
  SELECT ${STATE} AS state FROM outbox WHERE id = $1`;

interface MailRow extends Omit<StoredMail, 'sealed' | 'notice' | 'deputy'> {
  readonly kind: 'mail' | NoticeKind;
  readonly noticeKey: Buffer | null;
  readonly account: string | null;
  readonly accountKey: Buffer | null;
  readonly details: Buffer | null;
  readonly notice: Buffer | null;
  readonly items: LetterItem[];
  readonly state: MailState;
  readonly wrappedKey: Buffer | null;
  readonly address: Buffer | null;
}

function toStoredMail(row: MailRow): StoredMail {
  const { kind, wrappedKey, address, noticeKey, notice, account, accountKey, details, ...mail } = row;
  if (kind !== 'mail' && noticeKey !== null && notice !== null)
    return { ...mail, notice: { kind, wrappedKey: noticeKey, sealed: notice } };
  if (account !== null && accountKey !== null && details !== null)
    return { ...mail, deputy: { id: account, wrappedKey: accountKey, details } };
  return wrappedKey === null || address === null ? mail : { ...mail, sealed: { wrappedKey, address } };
}

/** Reminders and mails on PostgreSQL. @param dataSource made by `createDataSource`, initialised and migrated */
export function createOutboxStore(dataSource: DataSource): OutboxStore {
  const query = <Row extends object>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> =>
    withSession(dataSource, (session) => session.query<Row & Record<string, unknown>>(name, text, values));
  return {
    waiting: async () => {
      const rows = await query<{ programme: string; timeZone: string | null }>('outbox-waiting', WAITING, []);
      return rows.map(({ programme, timeZone }) =>
        timeZone === null ? { programme } : { programme, timeZone },
      );
    },
    merge: ({ programme, day, now, quietSince, waitingSince }) =>
      withSession(dataSource, async (session) => {
        await session.query('tell-deputies', TELL_DEPUTIES, [programme, day]);
        await session.query('leave-deputies', LEAVE_DEPUTIES, [programme, day]);
        const values = [programme, day, now, quietSince, waitingSince];
        return (await session.query('outbox-merge', MERGE, values)).length;
      }),
    claim: async (limit, leaseMs) =>
      (await query<{ id: string }>('outbox-claim', CLAIM, [limit, leaseMs])).map(({ id }) => id),
    hold: async (id, leaseMs) => {
      await query('outbox-hold', HOLD, [id, leaseMs]);
    },
    find: async (id) => {
      const [row] = await query<MailRow>('outbox-find', FIND, [id]);
      if (row === undefined) return undefined;
      return toStoredMail(row);
    },
    note: async (id, state, at, code) => {
      await query('outbox-note', NOTE, [id, state, at, code ?? null]);
    },
    revive: async (id) => (await query<{ state: MailState }>('outbox-revive', REVIVE, [id]))[0]?.state,
    drop: async (id) => (await query<{ state: MailState }>('outbox-drop', DROP, [id]))[0]?.state,
    dead: async (limit) => {
      const rows = await query<Omit<DeadMail, 'diedAt'> & { diedAt: Date }>('outbox-dead', DEAD, [limit]);
      return rows.map((row) => ({ ...row, diedAt: row.diedAt.toISOString() }));
    },
  };
}
