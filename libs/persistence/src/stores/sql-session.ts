import type { DataSource } from 'typeorm';
import { currentScope } from '../scope/row-scope';
import { withActor, withActorIfKept, type SqlSession } from '../scope/with-actor';
import type { SqlSource } from '../sheet/sql-source';

export type { SqlSession } from '../scope/with-actor';

/** Runs `work` in the scope of the running work: one transaction, kept when `work` resolves. */
export const withSession = <T>(
  dataSource: DataSource,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> => withActor(dataSource, currentScope(), work);

/**
 * Runs `work` in one transaction and in the scope of the running work: kept when its answer says so, rolled back when not or when
 * it throws. Statements are named, since parsing the writing statement anew costs more than running it.
 */
export const inTransaction = <T extends { readonly keep: boolean }>(
  dataSource: DataSource,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> => withActorIfKept(dataSource, currentScope(), work);

/** For read models outside a transaction: each statement in one of its own. */
export const sourceOf = (dataSource: DataSource): SqlSource => ({
  query: (text, values) => withSession(dataSource, ({ source }) => source.query(text, values)),
});

/** True when a unique index refused a row: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

/** Asks the database for one answer, of which it needs no row. Rejects when none comes. */
export const ping = async (dataSource: DataSource): Promise<void> => {
  await withSession(dataSource, (session) => session.query('ping', 'SELECT 1', []));
};
