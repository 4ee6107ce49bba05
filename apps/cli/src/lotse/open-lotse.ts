import { createAudit, type Audit } from '@lotse/audit';
import {
  createAddressBook,
  createJourneys,
  type AddressBook,
  type Journeys,
  type Stores,
} from '@lotse/journeys';
import {
  createAuditStore,
  createContactPointStore,
  createCountedSheetReader,
  createOutboxStore,
  createReportingStores,
  createSheetContentReader,
  createStores,
  migrate,
} from '@lotse/persistence';
import { createKeyring, type MasterKey, type Services, type ServicesPurpose } from '@lotse/platform';
import { FIGURE_CATALOGUE, type SheetReader } from '@lotse/domain';
import { createReporting, createSheets, type Reporting, type Sheets } from '@lotse/reports';
import { randomBytes } from 'node:crypto';
import type { Tell } from '../output/steps';
import { openDatabase } from './database';
import { masterKeyOf } from './master-key-of';
import { openServicesFor, type Need } from './open-services-for';
import type { Settings } from './settings';

/** As unguessable as a key. */
const SALT_BYTES = 16;

/** The application as one call of the CLI uses it. */
export interface Lotse {
  readonly settings: Settings;
  readonly services: Services;
  readonly masterKey: MasterKey;
  readonly journeys: Journeys;
  readonly stores: Stores;
  /** Where mails go, and which nobody took. */
  readonly addresses: AddressBook;
  readonly sheets: SheetReader;
  /** Figures, what stands behind them, reports that lock them. */
  readonly reporting: Reporting;
  /** Sheets to be printed. */
  readonly documents: Sheets;
  readonly audit: Audit;
  /** Lets go of the database; the services go on. */
  disconnect(): Promise<void>;
  /** Lets go of the database and ends the services that this call started. Harmless when repeated. */
  close(): Promise<void>;
}

export interface OpenLotseOptions {
  readonly need: Need;
  /** `call` unless given: services started here end with this call. */
  readonly purpose?: ServicesPurpose;
  readonly tell?: Tell;
}

/** Composes the application over the running services of the data folder, or over services started for this call. */
export async function openLotse(settings: Settings, options: OpenLotseOptions): Promise<Lotse> {
  const tell = options.tell ?? (() => undefined);
  const services = await openServicesFor(settings, options.need, options.purpose ?? 'call', tell);
  try {
    await migrate(services.databaseUrl);
    const database = await openDatabase(services.databaseUrl);
    const disconnect = async (): Promise<void> => {
      if (database.isInitialized) await database.destroy();
    };
    const close = async (): Promise<void> => {
      await disconnect();
      await services.close();
    };
    const masterKey = await masterKeyOf(settings, database);
    const stores = createStores(database);
    const clock = { now: () => new Date() };
    const keyring = createKeyring(masterKey);
    const journeys = createJourneys({ stores, keyring, clock });
    const addresses = createAddressBook({
      outbox: createOutboxStore(database),
      contactPoints: createContactPointStore(database),
      keyring,
      clock,
    });
    const sheets = createCountedSheetReader(database, FIGURE_CATALOGUE);
    const audit = createAudit(createAuditStore(database));
    const reporting = createReporting({
      ...createReportingStores(database, FIGURE_CATALOGUE, () => clock.now()),
      audit,
      keys: keyring,
      clock,
      newSalt: () => randomBytes(SALT_BYTES).toString('hex'),
    });
    const documents = createSheets({
      sheets,
      contents: createSheetContentReader(database, keyring),
      lockOf: (scope) => reporting.reports.lockOf(scope),
      figuresOf: (query, sight) => reporting.figures.ask(query, sight),
      aimsOf: (scope) => reporting.aims(scope),
    });
    return {
      settings,
      services,
      masterKey,
      journeys,
      stores,
      addresses,
      sheets,
      documents,
      reporting,
      audit,
      disconnect,
      close,
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** Opens, does the work and closes, whatever comes of it. */
export async function withLotse<T>(
  settings: Settings,
  options: OpenLotseOptions,
  work: (lotse: Lotse) => Promise<T>,
): Promise<T> {
  const lotse = await openLotse(settings, options);
  try {
    return await work(lotse);
  } finally {
    await lotse.close();
  }
}
