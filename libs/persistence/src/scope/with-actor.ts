import type { RowScope } from '@lotse/policy';
import { escapeLiteral, type PoolClient, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { defaultScope } from '../data-source';
import type { SqlSource } from '../sheet/sql-source';
import { APPLICATION_ROLE, EVERYTHING_ROLE } from './application-role';
import { scopeText } from './row-scope';

/** SQL in one transaction. A statement with a name is prepared once per connection and must always have the same text. */
export interface SqlSession {
  query<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /**
   * As `query`, but sees every row: for rules that span journeys, such as whether an id is taken. What it answers is for deciding,
   * never for showing. Without a scope it sees nothing either.
   */
  across<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** As `query`, and commits in the same trip to the server: nothing follows in this transaction. When it throws all is undone. */
  conclude(name: string, text: string, values: readonly unknown[]): Promise<void>;
  /** The same transaction for read models, which name no statements. */
  readonly source: SqlSource;
  readonly scope: RowScope | undefined;
}

const takeRole = (role: string): string => `SET LOCAL ROLE ${role}`;

/** Begins and says what the transaction reaches, in one message: no statement can come between, and no trip is added. */
function beginning(scope: RowScope | undefined): string {
  if (scope === undefined) return 'BEGIN';
  const role = takeRole(scope.all ? EVERYTHING_ROLE : APPLICATION_ROLE);
  return `BEGIN; ${role}; SET LOCAL lotse.scope TO ${escapeLiteral(scopeText(scope))}`;
}

/** A transaction on a connection, sent as it goes: statements wait for each other in the server, not for each answer here. */
class Transaction implements SqlSession {
  readonly #begun: Promise<unknown>;
  readonly source: SqlSource;
  #over = false;

  /** @param scope what it reaches @param given true unless the connection has that scope by itself */
  constructor(
    private readonly client: PoolClient,
    readonly scope: RowScope | undefined,
    given: boolean,
  ) {
    this.#begun = client.query(beginning(given ? scope : undefined));
    // Whoever asks for the first answer is told; without a statement nobody asks.
    this.#begun.catch(() => undefined);
    this.source = {
      query: async <Rows>(text: string, values?: unknown[]): Promise<Rows> => {
        const [, { rows }] = await Promise.all([this.#begun, client.query(text, values)]);
        return rows as Rows;
      },
    };
  }

  async query<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const [, { rows }] = await Promise.all([
      this.#begun,
      this.client.query<Row>(this.#named(name, text, values)),
    ]);
    return rows;
  }

  /** Plans hold for one role: each role has statements of its own, so that none is planned anew when the other comes. */
  #named(name: string, text: string, values: readonly unknown[], all = this.scope?.all === true) {
    return { name: all ? `${name} all` : name, text, values: [...values] };
  }

  async across<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    if (this.scope === undefined || this.scope.all) return this.query<Row>(name, text, values);
    // Sent in one go: nothing of this transaction can run in between. If one fails, so does the transaction.
    const [, , found, back] = await Promise.allSettled([
      this.#begun,
      this.client.query(takeRole(EVERYTHING_ROLE)),
      this.client.query<Row>(this.#named(name, text, values, true)),
      this.client.query(takeRole(APPLICATION_ROLE)),
    ]);
    if (found.status === 'rejected') throw found.reason;
    if (back.status === 'rejected') throw back.reason;
    return found.value.rows;
  }

  async conclude(name: string, text: string, values: readonly unknown[]): Promise<void> {
    this.#over = true;
    // After a statement that failed, COMMIT rolls back: that is what the server answers then.
    const answers = await Promise.allSettled([
      this.client.query(this.#named(name, text, values)),
      this.client.query('COMMIT'),
    ]);
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  }

  async end(keep: boolean): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.client.query(keep ? 'COMMIT' : 'ROLLBACK');
  }
}

async function onTransaction<T>(
  dataSource: DataSource,
  given: RowScope | undefined,
  work: (tx: SqlSession) => Promise<T>,
  keeps: (answer: T) => boolean,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    const transaction = new Transaction(client, given ?? defaultScope(dataSource), given !== undefined);
    try {
      const answer = await work(transaction);
      await transaction.end(keeps(answer));
      return answer;
    } catch (error) {
      // A connection that is lost has nothing left to undo, and what failed is the news.
      await transaction.end(false).catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/**
 * The one door to the database: runs `work` in a transaction that reaches the rows of `scope` alone. Kept when `work` resolves,
 * rolled back when it throws. Without a scope row-level security shows no rows, but for a data source that has a scope of its own.
 */
export const withActor = <T>(
  dataSource: DataSource,
  scope: RowScope | undefined,
  work: (tx: SqlSession) => Promise<T>,
): Promise<T> => onTransaction(dataSource, scope, work, () => true);

/** As `withActor`, for what is read row by row: the transaction ends when the last row was taken, or when whoever takes stops. */
export async function* withActorStreaming<Row>(
  dataSource: DataSource,
  scope: RowScope | undefined,
  rows: (tx: SqlSession) => AsyncIterable<Row>,
): AsyncGenerator<Row> {
  const runner = dataSource.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    const transaction = new Transaction(client, scope ?? defaultScope(dataSource), scope !== undefined);
    try {
      yield* rows(transaction);
    } finally {
      // Nothing was written: there is nothing to keep, also when a statement has failed.
      await transaction.end(false).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}

/** As `withActor`, kept when the answer says so. */
export const withActorIfKept = <T extends { readonly keep: boolean }>(
  dataSource: DataSource,
  scope: RowScope | undefined,
  work: (tx: SqlSession) => Promise<T>,
): Promise<T> => onTransaction(dataSource, scope, work, ({ keep }) => keep);
