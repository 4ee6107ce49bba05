import type { DataSource } from 'typeorm';
import { TWIN } from './twin-cohort';

/** Tables in which asking alone leaves a trace. */
const OF_ASKING = [
  'audit_entry',
  'audit_key',
  'audit_waiting',
  'access_token',
  'account_session',
  'account_challenge',
];

/** Rows of all tables, as text. */
export interface Rows {
  readonly all: ReadonlyMap<string, readonly string[]>;
  /** Rows of the first tenant that were there and are not, or are others now; and new ones that are about one of these ids. */
  gone(later: Rows, ids: readonly (string | undefined)[]): string[];
}

/** @param owner connected as the owner of the database, in the scope of everything */
export async function rowsOf(owner: DataSource): Promise<Rows> {
  const tables: { name: string }[] = await owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
  );
  const all = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    if (OF_ASKING.includes(name) || name.startsWith('migration')) continue;
    const rows: { row: string }[] = await owner.query(`SELECT t::text AS row FROM "${name}" t`);
    all.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return {
    all,
    gone: (later, ids) =>
      [...all].flatMap(([table, rows]) => {
        const now = new Set(later.all.get(table));
        const before = new Set(rows);
        const lost = rows.filter((row) => !now.has(row) && !OF_TWIN.test(row));
        const added = [...now].filter((row) => !before.has(row) && names(row, ids));
        return [...lost, ...added].map((row) => `${table}: ${row.slice(0, 200)}`);
      }),
  };
}

/** An id of the second tenant, or an account of its people. */
const OF_TWIN = new RegExp(String.raw`(?<![\w-])${TWIN}|twin-`);

const names = (row: string, ids: readonly (string | undefined)[]): boolean =>
  row.split(/[(),"{}:\s]+/).some((part) => part.length > 2 && ids.includes(part));
