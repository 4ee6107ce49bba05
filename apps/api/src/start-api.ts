import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccounts, SECOND_FACTOR_ROLES } from '@lotse/accounts';
import { createAudit } from '@lotse/audit';
import { FIGURE_CATALOGUE, ROLES } from '@lotse/domain';
import { fileStoreOf } from '@lotse/file-store';
import { createAddressBook, createJourneys, createOverview, type ClockPort } from '@lotse/journeys';
import {
  createAccountStores,
  createApiTokenStore,
  createAuditStore,
  createChannelStores,
  createCohortStore,
  createContactPointStore,
  createCountedSheetReader,
  createDataSource,
  createOutboxStore,
  createStores,
  createWebhookStore,
  createWrappedKeyStore,
  migrate,
  ping,
  runWithScope,
} from '@lotse/persistence';
import { createKeyring, mustOpen, type ApiConfig, type Logger } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { createWebhooks } from '@lotse/reports';
import { leaveAdministratorLink } from './accounts/administrator-link';
import { DEMO_USERS } from './accounts/demo-users';
import { mustStayHere, providerOf } from './accounts/provider-of';
import { admitAdministrator } from './auth/administrator-token';
import { consoleFolder } from './console/console-folder';
import { createApi } from './create-api';
import { makeChannels } from './channels/make-channels';
import { createDatabaseProbe } from './database-probe';
import { Draining } from './draining';
import { drain } from './drain';
import { ChangeFeed } from './events/change-feed';
import { makeFiles } from './files/make-files';
import { makePrivacy } from './privacy/make-privacy';
import { renew } from './renew';
import { makeReporting } from './reports/make-reporting';
import { makeMeasure } from './system/make-measure';
import { makeDocuments, sheetWriters } from './sheet/make-documents';

export interface RunningApi {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Answers what is under way, takes nothing new, closes the database. Resolves when all is closed. */
  close(): Promise<void>;
}

/** Seconds of silence after which a connection ends; an import may take hours, but not in silence. */
const IDLE_MS = 120_000;

function listenLimits(server: Server): void {
  server.requestTimeout = 0;
  server.timeout = IDLE_MS;
}

const urlOf = ({ address, family, port }: AddressInfo): string =>
  family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;

const SYSTEM_CLOCK: ClockPort = { now: () => new Date() };

/**
 * Migrates the database, lets the administrator's token in and listens. `PORT` 0 takes any free port.
 * @param elapsed milliseconds that only grow; those of the process unless given
 */
export async function startApi(
  config: ApiConfig,
  logger: Logger,
  clock: ClockPort = SYSTEM_CLOCK,
  elapsed?: () => number,
): Promise<RunningApi> {
  mustStayHere(config);
  const provider = providerOf(config);
  await migrate(config.DATABASE_URL);
  const dataSource = await createDataSource(config.DATABASE_URL, {
    applicationName: 'lotse-api',
  }).initialize();
  try {
    mustOpen(config.LOTSE_MASTER_KEY, await createWrappedKeyStore(dataSource).uses());
    const tokens = createApiTokenStore(dataSource);
    const draining = new Draining();
    await admitAdministrator(tokens, {
      given: config.LOTSE_ADMINISTRATOR_TOKEN,
      home: config.LOTSE_HOME,
      now: clock.now(),
    });
    const keyring = createKeyring(config.LOTSE_MASTER_KEY);
    const stores = createStores(dataSource);
    const journeys = createJourneys({ stores, keyring, clock });
    const sheets = createCountedSheetReader(dataSource, FIGURE_CATALOGUE, () => clock.now());
    const secondFactorRoles = config.SECOND_FACTOR === 'everybody' ? ROLES : SECOND_FACTOR_ROLES;
    const accounts = createAccounts(
      { stores: createAccountStores(dataSource), keyring, clock, secondFactorRoles },
      provider,
    );
    if (config.LOTSE_DEMO_LOGIN) await accounts.demo.seed(DEMO_USERS);
    const contents = fileStoreOf(config.LOTSE_HOME, config);
    const files = makeFiles(config, { dataSource, contents, keyring, clock });
    const audit = createAudit(createAuditStore(dataSource));
    const reporting = makeReporting(dataSource, audit, keyring, clock);
    const channels = makeChannels({
      stores,
      keyring,
      clock,
      channelStores: createChannelStores(dataSource),
      accounts,
      audit,
    });
    const addressBook = createAddressBook({
      outbox: createOutboxStore(dataSource),
      contactPoints: createContactPointStore(dataSource),
      keyring,
      clock,
    });
    await runWithScope(EVERYTHING, () => renew(journeys, logger));
    const changes = new ChangeFeed();
    const deafen = await stores.wakes.listen((change) => changes.tell(change));
    const app = await createApi({
      journeys,
      cohort: createOverview({ store: createCohortStore(dataSource), keyring, clock }),
      changes,
      addressBook,
      channels,
      now: () => clock.now(),
      ...(elapsed === undefined ? {} : { elapsed }),
      sheets,
      documents: makeDocuments(dataSource, keyring, sheets, reporting),
      sheetWriters: sheetWriters(),
      reporting,
      webhooks: createWebhooks({
        store: createWebhookStore(dataSource),
        keys: keyring,
        clock,
        allowPrivate: config.LOTSE_PRIVATE_WEBHOOKS,
      }),
      accounts,
      audit,
      privacy: makePrivacy({
        dataSource,
        keyring,
        clock,
        audit,
        files,
        contents,
        home: config.LOTSE_HOME,
      }),
      files,
      security: { contact: config.SECURITY_CONTACT, policy: config.SECURITY_POLICY, site: config.PUBLIC_URL },
      tokens,
      rateLimits: {
        requests: config.RATE_LIMIT_REQUESTS,
        refusals: config.RATE_LIMIT_REFUSALS,
        logins: config.RATE_LIMIT_LOGINS,
        complaints: config.RATE_LIMIT_COMPLAINTS,
      },
      trustedProxies: config.TRUSTED_PROXIES,
      isDemo: config.LOTSE_DEMO_LOGIN,
      hasProvider: provider !== undefined,
      database: createDatabaseProbe(() => ping(dataSource)),
      measure: makeMeasure(config, dataSource, clock),
      draining,
      logger,
      consoleFolder: consoleFolder(),
      publicUrl: config.PUBLIC_URL,
    });
    const server: Server = app.getHttpServer();
    listenLimits(server);
    await app.listen(config.PORT, config.HOST);
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The API does not listen on a port');
    const url = urlOf(address);
    await leaveAdministratorLink(accounts, { home: config.LOTSE_HOME, site: config.PUBLIC_URL ?? url });
    return {
      url,
      close: async () => {
        draining.begin();
        await drain(server, () => app.close());
        await deafen();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
