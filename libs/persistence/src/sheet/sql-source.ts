import type { DataSource } from 'typeorm';

/** What a read model asks: the whole database, or one transaction on it. */
export type SqlSource = Pick<DataSource, 'query'>;
