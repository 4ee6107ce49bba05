import type { DueRow, RetentionStore } from '@lotse/privacy';
import type { DataSource } from 'typeorm';
import { withActor } from '../../scope/with-actor';
import { DUE_PERSONS, DUE_TABLES, dueCondition } from './due.sql';

const EVERYTHING = { all: true } as const;

/** Retention on PostgreSQL: what is due by class, and the classes that are erased by rows. */
export const createRetentionStore = (dataSource: DataSource): RetentionStore => ({
  due: (dataClass, period, on) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const persons = DUE_PERSONS[dataClass];
      if (persons !== undefined)
        return tx.query<DueRow & Record<string, unknown>>(`due-${dataClass}`, persons, [period, on]);
      const due: DueRow[] = [];
      for (const rule of DUE_TABLES[dataClass] ?? []) {
        const [row] = await tx.query<{ count: number; since: string | null }>(
          `due-${rule.table}`,
          `SELECT count(*)::int AS count, min(${rule.since})::text AS since FROM ${rule.table} WHERE ${dueCondition(rule)}`,
          [period, on],
        );
        if (row !== undefined && row.since !== null) due.push({ count: row.count, since: row.since });
      }
      return due;
    }),
  minimise: (dataClass, period, on, audit) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const contents: string[] = [];
      let rows = 0;
      for (const rule of DUE_TABLES[dataClass] ?? []) {
        const gone = await tx.query<{ address: string | null }>(
          `minimise-${rule.table}`,
          `DELETE FROM ${rule.table} WHERE ${dueCondition(rule)} RETURNING ${rule.content === true ? 'address' : 'NULL AS address'}`,
          [period, on],
        );
        rows += gone.length;
        contents.push(...gone.flatMap(({ address }) => (address === null ? [] : [address])));
      }
      if (rows > 0) await tx.query('audit-one', 'INSERT INTO audit_waiting (entry) VALUES ($1)', [audit]);
      return { rows, contents };
    }),
  periods: () =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const rows = await tx.query<{ data_class: string; period: string }>(
        'retention-periods',
        'SELECT data_class, period FROM retention_period',
        [],
      );
      return new Map(rows.map(({ data_class, period }) => [data_class, period]));
    }),
  setPeriod: async (dataClass, period, { account, at }) => {
    await withActor(dataSource, EVERYTHING, (tx) =>
      tx.query(
        'set-retention-period',
        `INSERT INTO retention_period (data_class, period, set_by, set_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (data_class) DO UPDATE SET period = $2, set_by = $3, set_at = $4`,
        [dataClass, period, account, at],
      ),
    );
  },
});
