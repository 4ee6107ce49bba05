import type {
  DeliveryState,
  StoredDelivery,
  Webhook,
  WebhookDelivery,
  WebhookOutbox,
  WebhookStore,
} from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { instantSql } from '../sheet/instant.sql';
import { isUniqueViolation, withSession } from './sql-session';

const SHOWN = `id, programme, account, host, ${instantSql('created_at')} AS "createdAt"`;

const STATE = `CASE WHEN d.delivered_at IS NOT NULL THEN 'delivered' WHEN d.died_at IS NOT NULL THEN 'dead' ELSE 'waiting' END`;

const DELIVERY = `d.id, d.account, d.webhook, d.report, ${STATE} AS state, d.attempts, d.last_code AS code,
  ${instantSql('d.created_at')} AS "createdAt", ${instantSql('d.tried_at')} AS "triedAt"`;

/** A report is locked by its last signature. */
const LOCKED_AT = `(r.signatures -> -1 ->> 'at')::timestamptz`;

/** Who is told has to hold the programme still; the administrator's own key holds everything. */
const HOLDS = `w.account = 'administrator' OR EXISTS (
  SELECT FROM account_grant g JOIN account a ON a.id = g.account
  WHERE g.account = w.account AND (g.programme IS NULL OR g.programme = w.programme) AND a.status = 'active'
    AND g.role IN ('administrator', 'coordinator', 'auditor', 'funder')
    AND (g.valid_from IS NULL OR g.valid_from <= $1::date) AND (g.valid_to IS NULL OR g.valid_to >= $1::date))`;

const ENQUEUE = `
  INSERT INTO webhook_delivery (id, webhook, account, report, created_at, attempts)
  SELECT 'webhook.' || w.account || '.' || w.id || '.' || r.id, w.id, w.account, r.id, $1::timestamptz, 0
  FROM webhook w JOIN report r ON r.programme = w.programme AND r.state = 'signed' AND ${LOCKED_AT} >= w.created_at
  WHERE (${HOLDS}) AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.account = w.account AND d.webhook = w.id AND d.report = r.id)
  ON CONFLICT DO NOTHING RETURNING id`;

const CLAIM = `
  UPDATE webhook_delivery d SET claimed_until = now() + make_interval(secs => $2::double precision / 1000)
  FROM (SELECT id FROM webhook_delivery
    WHERE delivered_at IS NULL AND died_at IS NULL AND (claimed_until IS NULL OR claimed_until < now())
    ORDER BY created_at, id LIMIT $1 FOR UPDATE SKIP LOCKED) free
  WHERE d.id = free.id RETURNING d.id`;

const HOLD = `
  UPDATE webhook_delivery SET claimed_until = now() + make_interval(secs => $2::double precision / 1000) WHERE id = $1`;

const FIND = `SELECT ${DELIVERY}, w.wrapped_key AS "wrappedKey", w.sealed,
    jsonb_build_object('report', r.id, 'programme', r.programme, 'asOf', to_char(r.as_of, 'YYYY-MM-DD'),
      'knownAt', ${instantSql('r.known_at')}, 'sha256', r.sha256, 'lockedAt', ${instantSql(LOCKED_AT)}) AS locked
  FROM webhook_delivery d JOIN webhook w ON w.account = d.account AND w.id = d.webhook JOIN report r ON r.id = d.report WHERE d.id = $1`;

const NOTE = `
  UPDATE webhook_delivery SET tried_at = $3::timestamptz, last_code = coalesce($4, last_code),
    attempts = attempts + CASE WHEN $4::text IS NULL AND $2 = 'dead' THEN 0 ELSE 1 END,
    delivered_at = CASE WHEN $2 = 'delivered' THEN $3::timestamptz END,
    died_at = CASE WHEN $2 = 'dead' THEN $3::timestamptz END
  WHERE id = $1 AND delivered_at IS NULL AND died_at IS NULL`;

const REVIVE = `
  WITH revived AS (
    UPDATE webhook_delivery SET died_at = NULL, claimed_until = NULL
    WHERE account = $1 AND webhook = $2 AND id = $3 AND died_at IS NOT NULL RETURNING id)
  SELECT CASE WHEN EXISTS (SELECT FROM revived) THEN 'waiting' ELSE ${STATE} END AS state
  FROM webhook_delivery d WHERE d.account = $1 AND d.webhook = $2 AND d.id = $3`;

interface DeliveryRow extends Omit<WebhookDelivery, 'code' | 'triedAt'> {
  readonly code: string | null;
  readonly triedAt: string | null;
}

const toDelivery = <Row extends DeliveryRow>({
  code,
  triedAt,
  ...row
}: Row): Omit<Row, 'code' | 'triedAt'> & Pick<WebhookDelivery, 'code' | 'triedAt'> => ({
  ...row,
  ...(code === null ? {} : { code }),
  ...(triedAt === null ? {} : { triedAt }),
});

const asker =
  (dataSource: DataSource) =>
  <Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> =>
    withSession(dataSource, (session) => session.query<Row & Record<string, unknown>>(name, text, values));

/** Webhooks on PostgreSQL, as far as the running work reaches. */
export function createWebhookStore(dataSource: DataSource): WebhookStore {
  const query = asker(dataSource);
  return {
    add: async ({ id, programme, account, host, wrappedKey, sealed, createdAt }) => {
      const insert = `INSERT INTO webhook (id, programme, account, host, wrapped_key, sealed, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
      try {
        await query('webhook-add', insert, [id, programme, account, host, wrappedKey, sealed, createdAt]);
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    find: async ({ account, id }) => {
      const text = `SELECT ${SHOWN} FROM webhook WHERE account = $1 AND id = $2`;
      return (await query<Webhook>('webhook-find', text, [account, id]))[0];
    },
    list: () =>
      query<Webhook>(
        'webhook-list',
        `SELECT ${SHOWN} FROM webhook ORDER BY account COLLATE "C", id COLLATE "C"`,
        [],
      ),
    remove: async ({ account, id }) => {
      const text = 'DELETE FROM webhook WHERE account = $1 AND id = $2 RETURNING id';
      return (await query('webhook-remove', text, [account, id])).length > 0;
    },
    deliveries: async ({ account, id }, limit) => {
      const text = `SELECT ${DELIVERY} FROM webhook_delivery d WHERE d.account = $1 AND d.webhook = $2
        ORDER BY d.created_at DESC, d.id LIMIT $3`;
      const rows = await query<DeliveryRow>('webhook-deliveries', text, [account, id, limit]);
      return rows.map((row) => toDelivery(row));
    },
    revive: async ({ account, id }, delivery) =>
      (await query<{ state: DeliveryState }>('webhook-revive', REVIVE, [account, id, delivery]))[0]?.state,
  };
}

/** The outbox of webhooks, for the worker. */
export function createWebhookOutbox(dataSource: DataSource): WebhookOutbox {
  const query = asker(dataSource);
  return {
    enqueue: async (at) => (await query('webhook-enqueue', ENQUEUE, [at])).length,
    claim: async (limit, leaseMs) =>
      (await query<{ id: string }>('webhook-claim', CLAIM, [limit, leaseMs])).map(({ id }) => id),
    hold: async (id, leaseMs) => {
      await query('webhook-hold', HOLD, [id, leaseMs]);
    },
    delivery: async (id) => {
      type Row = DeliveryRow & Pick<StoredDelivery, 'locked' | 'wrappedKey' | 'sealed'>;
      const [row] = await query<Row>('webhook-delivery', FIND, [id]);
      return row === undefined ? undefined : toDelivery(row);
    },
    note: async (id, state, at, code) => {
      await query('webhook-note', NOTE, [id, state, at, code ?? null]);
    },
  };
}
