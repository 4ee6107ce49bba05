import type { Stores } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { createFigureBook } from '../figures/figure-book.store';
import { createBulkStore } from './bulk.store';
import { createDriveStore } from './drive.store';
import { createInboxStore } from './inbox.store';
import { createJourneyStore } from './journey.store';
import { createProjectionStore } from './projection.store';
import { createRecordStore } from './record.store';
import { createTemplateStore } from './template.store';
import { createWakeHint } from './wake-hint';
import { createWakeStore } from './wake.store';

/** The stores that libs/journeys asks for, on one database. @param dataSource made by `createDataSource` and initialised */
export function createStores(dataSource: DataSource): Stores {
  const { options } = dataSource;
  if (options.type !== 'postgres' || options.url === undefined) {
    throw new TypeError('createStores needs a data source of createDataSource: PostgreSQL by its URL');
  }
  const hint = createWakeHint(dataSource);
  return {
    journeys: createJourneyStore(dataSource, hint),
    figures: createFigureBook(dataSource),
    inbox: createInboxStore(dataSource),
    projections: createProjectionStore(dataSource),
    records: createRecordStore(dataSource),
    templateStore: createTemplateStore(dataSource),
    bulkStore: createBulkStore(dataSource),
    drive: createDriveStore(dataSource, () => hint([])),
    wakes: createWakeStore(dataSource, options.url),
  };
}
