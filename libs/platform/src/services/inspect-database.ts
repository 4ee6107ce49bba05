import { Client } from 'pg';
import { reasonOf } from './service-error';

/** A database as it answers. */
export interface DatabaseReport {
  /** Server version as `18.4`; undefined where it does not answer. */
  readonly version: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Whether pages carry checksums. */
  readonly checksums: boolean | undefined;
  readonly problem?: string;
}

/** Asks the database of this URL; never throws. */
export async function inspectDatabase(databaseUrl: string): Promise<DatabaseReport> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  const place = { host: client.host, port: client.port, database: client.database ?? '' };
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; checksums: string }>(
      "select current_setting('server_version') as version, current_setting('data_checksums') as checksums",
    );
    return { ...place, version: rows[0]?.version, checksums: rows[0]?.checksums === 'on' };
  } catch (error) {
    return { ...place, version: undefined, checksums: undefined, problem: reasonOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}
