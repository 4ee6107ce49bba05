import type { StoredErasure, SubjectIds, SubjectRow, SubjectStore } from '@lotse/privacy';
import type { DataSource } from 'typeorm';
import { withActor, withActorIfKept } from '../../scope/with-actor';
import { withSession, type SqlSession } from '../sql-session';
import { ERASURE_COLUMNS, toErasure, writeErasure, type ErasureRow } from './erasure-row';
import { findSubject } from './find-subject';
import { bound, DELETED, EMPTIED, KEYS, SHOWN, TAKEN_OUT } from './subject-rows.sql';

const EVERYTHING = { all: true } as const;

/** What an erasure does to the tables, in order: rows that go, values that are emptied, and the keys at the end. */
const STEPS: readonly {
  readonly step: string;
  readonly table: string;
  readonly change: string;
  readonly where: string;
}[] = [
  ...Object.entries(DELETED).map(([table, where]) => ({
    step: `delete-${table}`,
    table,
    change: `DELETE FROM ${table}`,
    where,
  })),
  ...[...Object.entries(EMPTIED), ...Object.entries(TAKEN_OUT)].map(([table, { set, where }]) => ({
    step: `empty-${table}`,
    table,
    change: `UPDATE ${table} SET ${set}`,
    where,
  })),
  { step: 'destroy-keys', table: KEYS.table, change: `DELETE FROM ${KEYS.table}`, where: KEYS.where },
];

async function countOf(session: SqlSession, ids: SubjectIds): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { step, table, where } of STEPS) {
    const { text, values } = bound(`SELECT count(*)::int AS count FROM ${table} WHERE ${where}`, ids);
    const [row] = await session.query<{ count: number }>(`count-${step}`, text, values);
    counts[table] = (counts[table] ?? 0) + (row?.count ?? 0);
  }
  return counts;
}

async function outside(
  session: SqlSession,
  ids: SubjectIds,
): Promise<{ readonly contents: string[]; readonly mails: string[] }> {
  const { text, values } = bound(
    `SELECT ARRAY(SELECT address FROM file WHERE ${DELETED.file} ORDER BY 1) AS contents,
       ARRAY(SELECT id FROM outbox WHERE ${DELETED.outbox} ORDER BY 1) AS mails`,
    ids,
  );
  const [row] = await session.query<{ contents: string[]; mails: string[] }>('erased-outside', text, values);
  return row ?? { contents: [], mails: [] };
}

const one = async (
  dataSource: DataSource,
  name: string,
  rest: string,
  values: unknown[],
): Promise<StoredErasure[]> => {
  const rows = await withActor(dataSource, EVERYTHING, (tx) =>
    tx.query<ErasureRow>(name, `SELECT ${ERASURE_COLUMNS} FROM erasure ${rest}`, values),
  );
  return rows.map(toErasure);
};

/** What is held of one person, on PostgreSQL. */
export const createSubjectStore = (dataSource: DataSource): SubjectStore => ({
  reaches: (person) =>
    withSession(dataSource, async (session) => {
      const rows = await session.query(
        'reaches-person',
        `SELECT FROM record WHERE type = 'person' AND id = $1 LIMIT 1`,
        [person],
      );
      return rows.length > 0;
    }),
  find: (person) => withActor(dataSource, EVERYTHING, (tx) => findSubject(tx, person)),
  rows: async (table, ids) => {
    const where = SHOWN[table];
    if (where === undefined) return [];
    const { text, values } = bound(`SELECT * FROM ${table} WHERE ${where}`, ids);
    // A day is told as a day: as an instant it would be another one in another zone.
    const days = dataSource.entityMetadatas
      .filter(({ tableName }) => tableName === table)
      .flatMap(({ columns }) => columns.filter(({ type }) => type === 'date'))
      .map(({ databaseName }) => `, shown.${databaseName}::text AS ${databaseName}`);
    return withActor(dataSource, EVERYTHING, (tx) =>
      tx.query<Record<string, unknown>>(
        `shown-${table}`,
        `SELECT shown.*${days.join('')} FROM (${text}) shown`,
        values,
      ),
    ) satisfies Promise<SubjectRow[]>;
  },
  keys: (persons) =>
    withActor(dataSource, EVERYTHING, async (tx) => {
      const rows = await tx.query<{ person: string; key: Buffer }>(
        'subject-keys',
        'SELECT person, wrapped_key AS key FROM person_key WHERE person = ANY ($1)',
        [persons],
      );
      return new Map(rows.map(({ person, key }) => [person, key]));
    }),
  count: (ids) => withActor(dataSource, EVERYTHING, (tx) => countOf(tx, ids)),
  erase: async (order, judge) => {
    const { erasure } = await withActorIfKept(dataSource, EVERYTHING, async (tx) => {
      // As commands do for rules across a person's journeys: no new journey begins meanwhile.
      await tx.query('lock-subject', 'SELECT FROM person_key WHERE person = $1 FOR UPDATE', [order.person]);
      const found = await findSubject(tx, order.person);
      if (found === undefined || !judge(found)) return { keep: false, erasure: undefined };
      const left = await outside(tx, found.ids);
      const counts: Record<string, number> = {};
      for (const { step, table, change, where } of STEPS) {
        const { text, values } = bound(`${change} WHERE ${where} RETURNING 1`, found.ids);
        counts[table] = (counts[table] ?? 0) + (await tx.query(step, text, values)).length;
      }
      const { persons, journeys } = found.ids;
      return { keep: true, erasure: await writeErasure(tx, order, { persons, journeys, ...left, counts }) };
    });
    return erasure;
  },
  erasure: async (person) =>
    (
      await one(
        dataSource,
        'last-erasure',
        'WHERE persons @> ARRAY[$1::text] ORDER BY erased_at DESC, id LIMIT 1',
        [person],
      )
    )[0],
  erasures: (limit) => one(dataSource, 'erasures', 'ORDER BY erased_at DESC, id LIMIT $1', [limit]),
  unfinished: (limit) =>
    one(
      dataSource,
      'unfinished-erasures',
      'WHERE contents_at IS NULL OR noted_at IS NULL OR histories_at IS NULL ORDER BY erased_at LIMIT $1',
      [limit],
    ),
  done: async (id, step, at) => {
    const [column, more] =
      typeof step === 'string' ? [`${step}_at`, ''] : ['histories_at', ', histories = $3'];
    const values = typeof step === 'string' ? [id, at] : [id, at, step.histories];
    await withActor(dataSource, EVERYTHING, (tx) =>
      tx.query(
        `erasure-${column}`,
        `UPDATE erasure SET ${column} = $2${more} WHERE id = $1 AND ${column} IS NULL`,
        values,
      ),
    );
  },
});
