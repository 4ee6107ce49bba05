import type { Accounts } from '@lotse/accounts';
import type { Audit } from '@lotse/audit';
import type { SheetReader } from '@lotse/domain';
import type { Files } from '@lotse/files';
import type { AddressBook, Channels, Journeys, Overview } from '@lotse/journeys';
import type { ApiTokenStore } from '@lotse/persistence';
import type { Reporting, Sheets, SheetWriters, Webhooks } from '@lotse/reports';
import type { Privacy } from '@lotse/privacy';
import type { Logger } from '@lotse/platform';
import type { RateLimitSettings } from './auth/rate-limits';
import type { Draining } from './draining';
import type { ChangeFeed } from './events/change-feed';
import type { SecuritySettings } from './security/security-text';
import type { Measure } from './system/measure';

/** What the API is composed of; see `startApi` for the real parts. */
export interface ApiParts {
  readonly journeys: Journeys;
  readonly cohort: Overview;
  readonly sheets: SheetReader;
  /** Sheets to be printed, and what makes files of them. */
  readonly documents: Sheets;
  readonly sheetWriters: SheetWriters;
  /** Figures, reports and samples. */
  readonly reporting: Reporting;
  readonly webhooks: Webhooks;
  readonly addressBook: AddressBook;
  readonly channels: Channels;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly files: Files;
  readonly privacy: Privacy;
  readonly tokens: ApiTokenStore;
  readonly rateLimits: RateLimitSettings;
  /** Addresses of proxies whose word on the sender is taken; nobody's unless given. */
  readonly trustedProxies?: string | undefined;
  /** Whether made-up users sign in by one click. */
  readonly isDemo?: boolean;
  readonly hasProvider?: boolean;
  readonly database: DatabaseProbe;
  /** How the system is; without it only that it could not be seen. */
  readonly measure?: Measure;
  readonly draining: Draining;
  /** What changes anywhere, for pages that are open; without it they look by themselves. */
  readonly changes?: ChangeFeed;
  /** The system's clock unless given: grants and emergency access end by it. */
  readonly now?: () => Date;
  /** Milliseconds that only grow, by which identities are believed for a while; those of the process unless given. */
  readonly elapsed?: () => number;
  readonly logger: Logger;
  /** What security.txt says; without a contact there is none. */
  readonly security?: SecuritySettings;
  /** Where the built console lies; without it there is none. */
  readonly consoleFolder?: string | undefined;
  /** Address behind a proxy; its host is served too. */
  readonly publicUrl: string | undefined;
}

/** Asks the database for one answer. Rejects when none comes. */
export interface DatabaseProbe {
  ask(): Promise<void>;
}

/** Tokens of Nest's container for the parts, which are plain objects. */
export const JOURNEYS = Symbol('Journeys');
/** As it is, for those who judge before anything is shown; controllers take `JOURNEYS`. */
export const PLAIN_JOURNEYS = Symbol('PlainJourneys');
export const COHORT = Symbol('Cohort');
export const CHANGES = Symbol('ChangeFeed');
export const CHANNELS = Symbol('Channels');
export const ADDRESS_BOOK = Symbol('AddressBook');
export const FILES = Symbol('Files');
export const PRIVACY = Symbol('Privacy');
export const SHEETS = Symbol('SheetReader');
export const SHEET_DOCUMENTS = Symbol('SeenDocuments');
export const WEBHOOKS = Symbol('Webhooks');
export const REPORTING = Symbol('Reporting');
export const SHEET_WRITERS = Symbol('SheetWriters');
export const DATABASE = Symbol('DatabaseProbe');
export const MEASURE = Symbol('Measure');
export const LOGGER = Symbol('Logger');
export const SECURITY = Symbol('SecuritySettings');
