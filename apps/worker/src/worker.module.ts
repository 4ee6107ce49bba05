import { createJourneys, type Journeys, type Stores, type WakeStore } from '@lotse/journeys';
import { createDataSource, createStores } from '@lotse/persistence';
import { createKeyring, type Logger, type WorkerConfig } from '@lotse/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { CONFIG, DATA_SOURCE, JOURNEYS, LOGGER, STORES, WAKES } from './tokens';
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
          useFactory: () => createDataSource(config.DATABASE_URL, { applicationName: 'lotse-worker' }),
        },
        {
          provide: STORES,
          inject: [DATA_SOURCE],
          useFactory: (dataSource: DataSource): Stores => createStores(dataSource),
        },
        { provide: WAKES, inject: [STORES], useFactory: (stores: Stores): WakeStore => stores.wakes },
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
        WorkerProcess,
      ],
    };
  }
}
