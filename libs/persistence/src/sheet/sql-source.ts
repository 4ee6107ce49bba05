import type { DataSource } from 'typeorm';

/** What a read model asks: one transaction, or what opens one for each read. */
export type SqlSource = Pick<DataSource, 'query'>;
