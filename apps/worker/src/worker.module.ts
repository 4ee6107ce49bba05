import { emailOf } from '@lotse/accounts';
import { createJourneys, createPost, type Journeys, type Stores } from '@lotse/journeys';
import { createSmtpMail } from '@lotse/mail';
import {
  createContactPointStore,
  createDataSource,
  createOutboxStore,
  createStores,
} from '@lotse/persistence';
import { createKeyring, type Logger, type WorkerConfig } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Mails, Outgoing } from './outgoing';
import { CONFIG, DATA_SOURCE, JOURNEYS, LOGGER, OUTGOING, STORES } from './tokens';
import { WorkerProcess } from './worker-process';

/** Composition root of the worker: PostgreSQL stores behind the application service, the service behind the activities. */
@Module({})
export class WorkerModule {
  static with(config: WorkerConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        {
          provide: DATA_SOURCE,
          useFactory: () =>
            createDataSource(config.DATABASE_URL, { applicationName: 'lotse-worker', scope: EVERYTHING }),
        },
        {
          provide: STORES,
          inject: [DATA_SOURCE],
          useFactory: (dataSource: DataSource): Stores => createStores(dataSource),
        },
        {
          provide: JOURNEYS,
          inject: [STORES],
          useFactory: (stores: Stores): Journeys =>
            createJourneys({
              stores,
              keyring: createKeyring(config.LOTSE_MASTER_KEY),
              clock: { now: () => new Date() },
            }),
        },
        {
          provide: OUTGOING,
          inject: [STORES, DATA_SOURCE],
          useFactory: ({ wakes }: Stores, dataSource: DataSource): Outgoing => ({
            wakes,
            ...mailsOf(config, dataSource),
          }),
        },
        WorkerProcess,
      ],
    };
  }
}

/** Without a mail server nothing is merged: what waits goes out as one digest when there is one. */
function mailsOf(config: WorkerConfig, dataSource: DataSource): { readonly mails?: Mails } {
  if (config.SMTP_URL === undefined) return {};
  const outbox = createOutboxStore(dataSource);
  const keyring = createKeyring(config.LOTSE_MASTER_KEY);
  const post = createPost({
    outbox,
    contactPoints: createContactPointStore(dataSource),
    keyring,
    emailOf: (account) => emailOf(keyring, account),
    clock: { now: () => new Date() },
    mail: createSmtpMail({ url: config.SMTP_URL, from: config.MAIL_FROM }),
  });
  return { mails: { outbox, post } };
}
