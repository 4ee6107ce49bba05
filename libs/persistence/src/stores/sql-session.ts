import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { SqlSource } from '../sheet/sql-source';

/** SQL on one connection. A statement with a name is prepared once per connection and must always have the same text. */
export interface SqlSession {
  query<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** As `query`, and commits in the same trip to the server: nothing follows in this transaction. When it throws all is undone. */
  conclude(name: string, text: string, values: readonly unknown[]): Promise<void>;
  /** The same connection for read models, which name no statements. */
  readonly source: SqlSource;
}

/** A transaction on a connection, sent as it goes: statements wait for each other in the server, not for each answer here. */
class Transaction {
  readonly #client: PoolClient;
  readonly #begun: Promise<unknown>;
  #over = false;

  constructor(client: PoolClient) {
    this.#client = client;
    this.#begun = client.query('BEGIN');
    // Whoever asks for the first answer is told; without a statement nobody asks.
    this.#begun.catch(() => undefined);
  }

  async query<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const [, { rows }] = await Promise.all([
      this.#begun,
      this.#client.query<Row>({ name, text, values: [...values] }),
    ]);
    return rows;
  }

  async conclude(name: string, text: string, values: readonly unknown[]): Promise<void> {
    this.#over = true;
    // After a statement that failed, COMMIT rolls back: that is what the server answers then.
    const answers = await Promise.allSettled([
      this.#client.query({ name, text, values: [...values] }),
      this.#client.query('COMMIT'),
    ]);
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  }

  async end(keep: boolean): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.#client.query(keep ? 'COMMIT' : 'ROLLBACK');
  }
}

/** Runs `work` on one connection outside any transaction: each statement stands alone. */
export async function withSession<T>(
  dataSource: DataSource,
  work: (session: Pick<SqlSession, 'query'>) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    return await work({
      query: async <Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]) =>
        (await client.query<Row>({ name, text, values: [...values] })).rows,
    });
  } finally {
    await runner.release();
  }
}

/**
 * Runs `work` in one transaction: kept when its answer says so, rolled back when not or when it throws. Statements are named, since
 * `QueryRunner.query` cannot prepare one, and parsing the writing statement anew costs more than running it.
 */
export async function inTransaction<T extends { readonly keep: boolean }>(
  dataSource: DataSource,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const transaction = new Transaction(await runner.connect());
    try {
      const answer = await work({
        source: { query: (text, values) => runner.query(text, values) },
        query: (name, text, values) => transaction.query(name, text, values),
        conclude: (name, text, values) => transaction.conclude(name, text, values),
      });
      await transaction.end(answer.keep);
      return answer;
    } catch (error) {
      await transaction.end(false);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/** True when a unique index refused a row: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
