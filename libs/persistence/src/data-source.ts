import { DataSource } from 'typeorm';
import { entities } from './entities';
import { CreateJourneyRecord1795255200000 } from './migrations/1795255200000-create-journey-record';
import { CreateDrive1795255260000 } from './migrations/1795255260000-create-drive';
import { ProjectClocks1796000400000 } from './migrations/1796000400000-project-clocks';
import { CreateInbox1796000460000 } from './migrations/1796000460000-create-inbox';
import { MarkBatches1796000520000 } from './migrations/1796000520000-mark-batches';
import { CreateTemplate1796000580000 } from './migrations/1796000580000-create-template';
import { CreateOutbox1796004000000 } from './migrations/1796004000000-create-outbox';
import { CreateAccounts1797100000000 } from './migrations/1797100000000-create-accounts';

/** Every migration in order: one that has been merged never changes. */
const MIGRATIONS = [
  CreateJourneyRecord1795255200000,
  CreateDrive1795255260000,
  ProjectClocks1796000400000,
  CreateInbox1796000460000,
  MarkBatches1796000520000,
  CreateTemplate1796000580000,
  CreateOutbox1796004000000,
  CreateAccounts1797100000000,
];

export interface DataSourceSettings {
  /** Connections kept at most; 10 when not given. A command holds one for its transaction. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/**
 * The application database, not yet connected: call `initialize()`, and `destroy()` at the end. The schema comes from the
 * migrations listed here alone (see `migrate`), never from the entities.
 * @param url `postgres://user:password@host:port/database`
 */
export function createDataSource(url: string, settings: DataSourceSettings = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: settings.poolSize ?? 10,
    ...(settings.applicationName === undefined ? {} : { applicationName: settings.applicationName }),
    // Days and instants are compared in UTC or as text; the server's own zone must not show through.
    extra: { options: '-c TimeZone=UTC' },
  });
}
