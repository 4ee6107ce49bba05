import { createAccounts } from '@lotse/accounts';
import type { Journeys } from '@lotse/journeys';
import { createAccountStores, createDataSource } from '@lotse/persistence';
import { createKeyring, createLogger, parseMasterKey } from '@lotse/platform';
import { createReporting } from '@lotse/reports';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenHash } from '../../../apps/api/src/auth/token-hash';
import { createApi } from '../../../apps/api/src/create-api';
import { Draining } from '../../../apps/api/src/draining';

export const TOKEN = 'a-token-for-parts-that-are-not-real-1';
/** What no caller and no log may ever show. */
export const SECRET = 'Anna Müller at /srv/lotse/secret.ts:12';
const fails = (): Promise<never> => Promise.reject(new Error(SECRET));
const failsAll = (): never => {
  throw new Error(SECRET);
};

/** The API over parts that a test chooses; it needs no database. */
export interface ApiOfParts {
  readonly url: string;
  /** Everything it has logged so far. */
  log(): string;
  close(): Promise<void>;
}

/** Parts that all fail, unless a test puts one in their place. */
export async function startWith(journeys: Partial<Journeys> = {}): Promise<ApiOfParts> {
  const lines: string[] = [];
  const app = await createApi({
    journeys: {
      submit: fails,
      importLines: failsAll,
      getJourney: fails,
      partiesOf: fails,
      timeline: fails,
      listJourneys: fails,
      observe: fails,
      fireClock: fails,
      sweepLagging: fails,
      resumeAll: fails,
      preview: fails,
      bulk: failsAll,
      agenda: fails,
      bulkLines: failsAll,
      undo: failsAll,
      listTemplates: fails,
      getTemplate: fails,
      draftTemplate: fails,
      validateTemplate: failsAll,
      diffTemplates: fails,
      publishTemplate: fails,
      simulateTemplate: failsAll,
      migrateTemplate: failsAll,
      seedTemplates: fails,
      verifyProjections: failsAll,
      rebuildProjections: failsAll,
      verifyFigures: failsAll,
      load: fails,
      rebuildFigures: failsAll,
      refreshFigures: fails,
      failOrganisation: failsAll,
      mergePerson: failsAll,
      nominatePerson: fails,
      nominateLines: failsAll,
      inbox: fails,
      snooze: fails,
      handOver: fails,
      remind: fails,
      addDeputy: fails,
      withdrawDeputy: fails,
      actingFor: fails,
      deputiesOf: fails,
      putRecord: fails,
      strikeRecord: fails,
      listRecords: fails,
      versionsOfRecord: fails,
      ...journeys,
    },
    cohort: { page: fails, directory: fails },
    channels: {
      notes: { write: fails, list: fails },
      complaints: {
        fileAnonymously: fails,
        follow: fails,
        list: fails,
        read: fails,
        answerAnonymous: fails,
        fileNamed: fails,
        answerNamed: fails,
      },
      approvals: { request: fails, list: fails, give: fails, revoke: fails },
      emergencies: { open: fails, close: fails, openFor: fails },
    },
    accounts: createAccounts({
      stores: createAccountStores(createDataSource('postgres://nobody@127.0.0.1:1/nothing')),
      keyring: createKeyring(parseMasterKey(Buffer.alloc(32, 'lotse-test').toString('base64'))),
      clock: { now: () => new Date() },
    }),
    rateLimits: { requests: 1_000, refusals: 1_000, logins: 1_000, complaints: 1_000 },
    addressBook: {
      putContactPoint: fails,
      removeContactPoint: fails,
      contactPoints: fails,
      dead: fails,
      sendAgain: fails,
      drop: fails,
    },
    audit: {
      append: () => Promise.resolve(),
      seal: fails,
      verify: fails,
      olderThan: fails,
      cut: fails,
      head: fails,
      list: fails,
      accesses: fails,
    },
    privacy: {
      export: fails,
      reaches: fails,
      erasures: {
        preview: fails,
        erase: fails,
        receipt: fails,
        receipts: fails,
        finish: fails,
        replay: fails,
      },
      holds: { set: fails, lift: fails, list: fails },
      retention: { periods: fails, setPeriod: fails, due: fails, run: fails },
    },
    files: {
      upload: fails,
      open: fails,
      find: fails,
      list: fails,
      scanPending: fails,
      eraseOf: fails,
      sweep: fails,
    },
    sheets: { resolveProgramme: fails, sheet: fails, units: fails },
    documents: { document: fails },
    reporting: createReporting({
      store: {
        cells: fails,
        durations: fails,
        units: () => {
          throw new Error('No units');
        },
      },
      programmes: { resolve: fails, monthEnds: fails, threshold: fails, universities: fails, aims: fails },
      facts: { facts: fails, documents: fails },
      reports: { add: fails, find: fails, list: fails, change: fails },
      samples: {
        add: fails,
        find: fails,
        list: fails,
        units: fails,
        words: fails,
        note: fails,
        addRoom: fails,
        room: fails,
        rooms: fails,
      },
      audit: { append: () => Promise.resolve() },
      redactions: {
        files: fails,
        add: fails,
        find: fails,
        ofJourney: fails,
        approve: fails,
        approved: fails,
      },
      keys: createKeyring(parseMasterKey(Buffer.alloc(32, 'lotse-test').toString('base64'))),
      clock: { now: () => new Date() },
      newSalt: () => '00',
    }),
    webhooks: { add: fails, list: fails, remove: fails, deliveries: fails, sendAgain: fails },
    sheetWriters: { pdf: { write: fails }, xlsx: { write: fails } },
    tokens: { put: fails, list: () => Promise.resolve([{ id: 'administrator', hash: tokenHash(TOKEN) }]) },
    database: { ask: fails },
    draining: new Draining(),
    logger: createLogger({
      process: 'api',
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
    }),
    publicUrl: undefined,
  });
  await app.listen(0, '127.0.0.1');
  const server: Server = app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    // Uploads that a test left open would be waited for.
    server.closeAllConnections();
    await app.close();
  };
  return { url: `http://127.0.0.1:${port}`, log: () => lines.join(''), close };
}
