import type { Anchor, AuditFilter, AuditLink, AuditStore } from '@lotse/audit';
import type { DataSource } from 'typeorm';
import { withActor } from '../scope/with-actor';
import { withSession } from './sql-session';

/** Chaining is Lotse's own work, whoever's access is chained; and so is noting an access that is refused. */
const EVERYTHING = { all: true } as const;

const APPEND = 'INSERT INTO audit_waiting (entry) SELECT unnest($1::text[])';

/** Each condition with the filter's member it stands for; only those given are part of the statement, so that indexes serve. */
const CONDITIONS: readonly (readonly [member: keyof AuditFilter, sql: string])[] = [
  ['who', `position IN (SELECT k.position FROM audit_key k WHERE k.key = 'who/' || ?)`],
  ['action', `entry::jsonb ->> 'action' = ?`],
  ['outcome', `entry::jsonb ->> 'outcome' = ?`],
  ['programme', `entry::jsonb ->> 'programme' = ?`],
  ['subjects', 'position IN (SELECT k.position FROM audit_key k WHERE k.key = ANY (?))'],
  ['from', `entry::jsonb ->> 'at' >= ?`],
  ['to', `entry::jsonb ->> 'at' < ?`],
  ['before', `position < ?`],
];

function listStatement(filter: AuditFilter): { name: string; text: string; values: unknown[] } {
  const given = CONDITIONS.filter(([member]) => filter[member] !== undefined);
  const where = given.map(([, sql], at) => sql.replace('?', `$${at + 1}`)).join(' AND ') || 'true';
  return {
    // PostgreSQL keeps 63 characters of a name: the conditions by their places, so that all of them are told apart.
    name: `audit-list ${given.map((condition) => CONDITIONS.indexOf(condition)).join(' ')}`,
    text: `SELECT position, entry, hash FROM audit_entry WHERE ${where} ORDER BY position DESC LIMIT $${given.length + 1}`,
    values: [...given.map(([member]) => filter[member]), filter.limit],
  };
}

const PAGE = 5_000;

interface Row {
  readonly position: string;
  readonly entry: string;
  readonly hash: Buffer;
}

const toLink = ({ position, ...rest }: Row): AuditLink => ({ ...rest, position: Number(position) });

async function* linksOf(dataSource: DataSource): AsyncGenerator<AuditLink[]> {
  const pageAfter = (after: string): Promise<Row[]> =>
    withSession(dataSource, (session) =>
      session.query<Row & Record<string, unknown>>(
        'audit-links',
        `SELECT position, entry, hash FROM audit_entry WHERE position > $1 ORDER BY position LIMIT ${PAGE}`,
        [after],
      ),
    );
  let rows = await pageAfter('0');
  for (;;) {
    const last = rows.length < PAGE ? undefined : rows.at(-1);
    const next = last === undefined ? undefined : pageAfter(last.position);
    // Who stops at a fault leaves the next page behind, with or without an error.
    next?.catch(() => undefined);
    yield rows.map(toLink);
    if (next === undefined) return;
    rows = await next;
  }
}

/** The audit on PostgreSQL. @param dataSource made by `createDataSource`, initialised and migrated */
export const createAuditStore = (dataSource: DataSource): AuditStore => ({
  append: async (texts) => {
    await withActor(dataSource, EVERYTHING, (tx) => tx.query('audit-append', APPEND, [texts]));
  },
  seal: async (limit) => {
    const [row] = await withActor(dataSource, EVERYTHING, (tx) =>
      tx.query<{ sealed: number }>('audit-seal', 'SELECT lotse_audit_seal($1) AS sealed', [limit]),
    );
    return row?.sealed ?? 0;
  },
  links: () => linksOf(dataSource),
  first: async () => {
    const [row] = await withActor(dataSource, EVERYTHING, (tx) =>
      tx.query<{ first: string | null }>('audit-first', 'SELECT min(position) AS first FROM audit_entry', []),
    );
    return Number(row?.first ?? 0);
  },
  olderThan: async (up) => {
    const [row] = await withActor(dataSource, EVERYTHING, (tx) =>
      tx.query<{ count: number; since: string | null }>(
        'audit-older',
        `SELECT count(*)::int AS count, min(entry::jsonb ->> 'at') AS since FROM audit_entry
         WHERE position <= (SELECT lotse_audit_floor($1))`,
        [up],
      ),
    );
    return row === undefined || row.since === null ? undefined : { count: row.count, since: row.since };
  },
  cut: (up, textOf) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const [row] = await tx.query<{ place: string; mark: Buffer; gone: string }>(
        'audit-cut',
        'SELECT place, mark, gone FROM lotse_audit_cut($1)',
        [up],
      );
      if (row === undefined) return 0;
      await tx.query('audit-append', APPEND, [[textOf({ position: Number(row.place), hash: row.mark })]]);
      return Number(row.gone);
    }),
  head: async (): Promise<Anchor> => {
    const [row] = await withSession(dataSource, (session) =>
      session.query<Row & Record<string, unknown>>(
        'audit-head',
        'SELECT position, entry, hash FROM audit_entry ORDER BY position DESC LIMIT 1',
        [],
      ),
    );
    return row === undefined
      ? { position: 0, hash: Buffer.alloc(32) }
      : { position: Number(row.position), hash: row.hash };
  },
  waiting: async () => {
    const [row] = await withSession(dataSource, (session) =>
      session.query<{ count: number }>(
        'audit-waiting',
        'SELECT count(*)::int AS count FROM audit_waiting',
        [],
      ),
    );
    return row?.count ?? 0;
  },
  list: async (filter) => {
    const { name, text, values } = listStatement(filter);
    const rows = await withSession(dataSource, (session) =>
      session.query<Row & Record<string, unknown>>(name, text, values),
    );
    return rows.map(toLink);
  },
  journeysOf: async (person) => {
    const rows = await withSession(dataSource, (session) =>
      session.query<{ id: string }>(
        'journeys-of-person',
        'SELECT id FROM journey WHERE person = $1 UNION SELECT journey_id FROM fact WHERE person = $1',
        [person],
      ),
    );
    return rows.map(({ id }) => id);
  },
});
