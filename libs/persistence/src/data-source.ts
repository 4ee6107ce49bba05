import type { RowScope } from '@lotse/policy';
import { DataSource } from 'typeorm';
import { entities } from './entities';
import { CreateJourneyRecord1795255200000 } from './migrations/1795255200000-create-journey-record';
import { CreateDrive1795255260000 } from './migrations/1795255260000-create-drive';
import { ProjectClocks1796000400000 } from './migrations/1796000400000-project-clocks';
import { CreateInbox1796000460000 } from './migrations/1796000460000-create-inbox';
import { MarkBatches1796000520000 } from './migrations/1796000520000-mark-batches';
import { CreateTemplate1796000580000 } from './migrations/1796000580000-create-template';
import { CreateOutbox1796004000000 } from './migrations/1796004000000-create-outbox';
import { SecureRows1796900000000 } from './migrations/1796900000000-secure-rows';
import { CreateAccounts1797100000000 } from './migrations/1797100000000-create-accounts';
import { CreateChannels1797200000000 } from './migrations/1797200000000-create-channels';
import { CreateAudit1797310000000 } from './migrations/1797310000000-create-audit';
import { CreateFile1797400000000 } from './migrations/1797400000000-create-file';
import { HoldTasks1797450000000 } from './migrations/1797450000000-hold-tasks';
import { CreateErasure1797500000000 } from './migrations/1797500000000-create-erasure';
import { CreateHandover1797600000000 } from './migrations/1797600000000-create-handover';
import { OpenToEverything1798100000000 } from './migrations/1798100000000-open-to-everything';
import { ScopeChosenIds1798200000000 } from './migrations/1798200000000-scope-chosen-ids';
import { CreateFigures1798400000000 } from './migrations/1798400000000-create-figures';
import { CreateReport1798500000000 } from './migrations/1798500000000-create-report';
import { CreateWebhook1798600000000 } from './migrations/1798600000000-create-webhook';
import { PlaceProgrammes1798600060000 } from './migrations/1798600060000-place-programmes';
import { CreateSampleWords1798610000000 } from './migrations/1798610000000-create-sample-words';
import { StrikeRecords1798620000000 } from './migrations/1798620000000-strike-records';
import { CreateRedaction1798630000000 } from './migrations/1798630000000-create-redaction';
import { CreateTaskReminder1798640000000 } from './migrations/1798640000000-create-task-reminder';
import { AddressAccounts1798700000000 } from './migrations/1798700000000-address-accounts';
import { SplitFigures1798700100000 } from './migrations/1798700100000-split-figures';
import { NameNotices1798900000000 } from './migrations/1798900000000-name-notices';
import { PlaceFiles1798900060000 } from './migrations/1798900060000-place-files';
import { CreateFigurePlace1798900200000 } from './migrations/1798900200000-create-figure-place';
import { CreateRecordStrike1798900201000 } from './migrations/1798900201000-create-record-strike';
import { ProposeRecordChanges1799000100000 } from './migrations/1799000100000-propose-record-changes';
import { CutAudit1799000200000 } from './migrations/1799000200000-cut-audit';
import { KeepWebhooksWithinProgrammes1799000300000 } from './migrations/1799000300000-keep-webhooks-within-programmes';
import { GatheringSocket } from './gathering-socket';
import { APPLICATION_ROLE, EVERYTHING_ROLE } from './scope/application-role';
import { scopeText } from './scope/row-scope';

/** Every migration in order: one that has been merged never changes. */
const MIGRATIONS = [
  CreateJourneyRecord1795255200000,
  CreateDrive1795255260000,
  ProjectClocks1796000400000,
  CreateInbox1796000460000,
  MarkBatches1796000520000,
  CreateTemplate1796000580000,
  CreateOutbox1796004000000,
  SecureRows1796900000000,
  CreateAccounts1797100000000,
  CreateChannels1797200000000,
  CreateAudit1797310000000,
  CreateFile1797400000000,
  HoldTasks1797450000000,
  CreateErasure1797500000000,
  CreateHandover1797600000000,
  OpenToEverything1798100000000,
  ScopeChosenIds1798200000000,
  CreateFigures1798400000000,
  CreateReport1798500000000,
  CreateWebhook1798600000000,
  PlaceProgrammes1798600060000,
  CreateSampleWords1798610000000,
  StrikeRecords1798620000000,
  CreateRedaction1798630000000,
  CreateTaskReminder1798640000000,
  AddressAccounts1798700000000,
  SplitFigures1798700100000,
  NameNotices1798900000000,
  PlaceFiles1798900060000,
  CreateFigurePlace1798900200000,
  CreateRecordStrike1798900201000,
  ProposeRecordChanges1799000100000,
  CutAudit1799000200000,
  KeepWebhooksWithinProgrammes1799000300000,
];

export interface DataSourceSettings {
  /** Connections kept at most; 10 when not given. A command holds one for its transaction. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /**
   * What work reaches that runs outside `runWithScope`: `EVERYTHING` for processes that are Lotse itself, as the worker and the
   * shell. Nothing unless given.
   */
  readonly scope?: RowScope;
}

/** Days and instants are compared in UTC or as text; the server's own zone must not show through. */
const COMMON = ['TimeZone=UTC'];

/** PostgreSQL splits start-up options at spaces. */
const optionsOf = (settings: readonly string[]): string =>
  settings.map((setting) => `-c ${setting.replaceAll(/[\\ ]/g, '\\$&')}`).join(' ');

const EVERYTHING: RowScope = { all: true };
const scopeSetting = (scope: RowScope): string => `lotse.scope=${scopeText(scope)}`;

/** Start-up options of the application's connections: they hold before the first statement and cannot be forgotten. */
export const applicationOptions = ({ scope }: Pick<DataSourceSettings, 'scope'> = {}): string =>
  optionsOf([
    ...COMMON,
    `role=${scope?.all === true ? EVERYTHING_ROLE : APPLICATION_ROLE}`,
    ...(scope === undefined ? [] : [scopeSetting(scope)]),
  ]);

const scopes = new WeakMap<DataSource, RowScope>();

/** The scope that a data source's connections have by themselves. */
export const defaultScope = (dataSource: DataSource): RowScope | undefined => scopes.get(dataSource);

function dataSource(url: string, options: string, settings: DataSourceSettings): DataSource {
  const made = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: settings.poolSize ?? 10,
    ...(settings.applicationName === undefined ? {} : { applicationName: settings.applicationName }),
    // Statements of a transaction go out without waiting for each other's answers: a trip less for each.
    extra: { options, pipeline: true, stream: () => new GatheringSocket() },
  });
  if (settings.scope !== undefined) scopes.set(made, settings.scope);
  return made;
}

/**
 * The application database, not yet connected: call `initialize()`, and `destroy()` at the end. Its connections take the role
 * lotse_app, for which row-level security holds; `migrate` has to have run before. The schema comes from the migrations listed
 * here alone, never from the entities.
 * @param url `postgres://user:password@host:port/database`
 */
export const createDataSource = (url: string, settings: DataSourceSettings = {}): DataSource =>
  dataSource(url, applicationOptions(settings), settings);

/** The owner's connections, which see every row: for migrations and for what tests look at, never for the application. */
export const createOwnerDataSource = (url: string): DataSource =>
  dataSource(url, optionsOf([...COMMON, scopeSetting(EVERYTHING)]), { poolSize: 4, scope: EVERYTHING });
