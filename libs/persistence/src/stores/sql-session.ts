import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { SqlSource } from '../sheet/sql-source';

/** SQL on one connection. A statement with a name is prepared once per connection and must always have the same text. */
export interface SqlSession {
  query<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** The same connection for read models, which name no statements. */
  readonly source: SqlSource;
}

/**
 * The connection behind a QueryRunner, with prepared statements: `QueryRunner.query` cannot name a statement, and parsing the
 * writing statement anew costs more than running it.
 */
async function sessionOf(runner: QueryRunner): Promise<SqlSession> {
  const client: PoolClient = await runner.connect();
  return {
    source: { query: (text, values) => runner.query(text, values) },
    query: async <Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]) =>
      (await client.query<Row>({ name, text, values: [...values] })).rows,
  };
}

/** Runs `work` on one connection outside any transaction: each statement stands alone. */
export async function withSession<T>(
  dataSource: DataSource,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    return await work(await sessionOf(runner));
  } finally {
    await runner.release();
  }
}

/** Runs `work` in one transaction: kept when its answer says so, rolled back when not or when it throws. */
export async function inTransaction<T extends { readonly keep: boolean }>(
  dataSource: DataSource,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const session = await sessionOf(runner);
    await runner.startTransaction();
    const answer = await work(session);
    await (answer.keep ? runner.commitTransaction() : runner.rollbackTransaction());
    return answer;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** True when a unique index refused a row: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
