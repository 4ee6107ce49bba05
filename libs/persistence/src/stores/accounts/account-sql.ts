import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { runWithScope } from '../../scope/row-scope';
import { inTransaction, withSession, type SqlSession } from '../sql-session';

/** Statements of the account stores, each in a scope that reaches every row: who somebody is, is not known before they ran. */
export interface AccountSql {
  rows<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  row<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row | undefined>;
  /** Whether the statement, which ends in RETURNING, touched a row. */
  did(name: string, text: string, values: readonly unknown[]): Promise<boolean>;
  atOnce<T extends { readonly keep: boolean }>(work: (session: SqlSession) => Promise<T>): Promise<T>;
}

export function accountSql(dataSource: DataSource): AccountSql {
  const rows = <Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> =>
    runWithScope({ all: true }, () =>
      withSession(dataSource, (session) => session.query<Row>(name, text, values)),
    );
  return {
    rows,
    row: async <Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]) =>
      (await rows<Row>(name, text, values))[0],
    did: async (name, text, values) => (await rows(name, text, values)).length > 0,
    atOnce: (work) => runWithScope({ all: true }, () => inTransaction(dataSource, work)),
  };
}

/** A row as its record: nothing that is null, instants as text. */
export function present<Row extends object>(row: Row): Present<Row> {
  const entries = Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]);
  const record: Present<Row> = Object.fromEntries(entries);
  return record;
}

type Told<Value> = Value extends Date ? string : Value;
type Present<Row> = {
  [Name in keyof Row as null extends Row[Name] ? never : Name]: Told<Row[Name]>;
} & { [Name in keyof Row as null extends Row[Name] ? Name : never]?: Told<Exclude<Row[Name], null>> };
