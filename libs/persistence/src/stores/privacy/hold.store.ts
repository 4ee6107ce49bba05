import type { HoldStore, StoredHold } from '@lotse/privacy';
import type { DataSource } from 'typeorm';
import { withActor } from '../../scope/with-actor';

export const HOLD_COLUMNS = `id, person, set_by AS "setBy", set_at AS "setAt", secret, lifted_by AS "liftedBy", lifted_at AS "liftedAt"`;

export interface HoldRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly person: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly secret: Buffer;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
}

export const toHold = ({ id, person, setBy, setAt, secret, liftedBy, liftedAt }: HoldRow): StoredHold => ({
  id,
  person,
  setBy,
  setAt: setAt.toISOString(),
  secret,
  ...(liftedBy === null ? {} : { liftedBy }),
  ...(liftedAt === null ? {} : { liftedAt: liftedAt.toISOString() }),
});

const EVERYTHING = { all: true } as const;
const AUDITED = (place: number): string =>
  `audited AS (INSERT INTO audit_waiting (entry) SELECT $${place} FROM held)`;

/** Legal holds on PostgreSQL. Who may set one is judged before: no scope but Lotse's own reaches the table. */
export const createHoldStore = (dataSource: DataSource): HoldStore => ({
  set: (hold, audit) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const rows = await tx.query(
        'set-hold',
        `WITH held AS (INSERT INTO legal_hold (id, person, set_by, set_at, secret) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (id) DO NOTHING RETURNING id), ${AUDITED(6)} SELECT id FROM held`,
        [hold.id, hold.person, hold.setBy, hold.setAt, hold.secret, audit],
      );
      return rows.length > 0;
    }),
  lift: (id, { account, at, secret }, audit) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const rows = await tx.query(
        'lift-hold',
        `WITH held AS (UPDATE legal_hold SET lifted_by = $2, lifted_at = $3, lift_secret = $4
           WHERE id = $1 AND lifted_at IS NULL RETURNING id), ${AUDITED(5)} SELECT id FROM held`,
        [id, account, at, secret, audit],
      );
      return rows.length > 0;
    }),
  list: () =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const rows = await tx.query<HoldRow>(
        'list-holds',
        `SELECT ${HOLD_COLUMNS} FROM legal_hold WHERE lifted_at IS NULL ORDER BY set_at, id`,
        [],
      );
      return rows.map(toHold);
    }),
  find: (id) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const rows = await tx.query<HoldRow>(
        'find-hold',
        `SELECT ${HOLD_COLUMNS} FROM legal_hold WHERE id = $1`,
        [id],
      );
      return rows.map(toHold)[0];
    }),
});
