import type { BulkStore } from './bulk-store.port';
import type { DriveStore } from './drive-store.port';
import type { FigureBook } from './figure-book.port';
import type { InboxStore } from './inbox-store.port';
import type { JourneyStore } from './journey-store.port';
import type { ProjectionStore } from './projection-store.port';
import type { RecordStore } from './record-store.port';
import type { TemplateStore } from './template-store.port';
import type { WakeStore } from './wake-store.port';

/** All stores of one database. Implemented by libs/persistence. */
export interface Stores {
  readonly journeys: JourneyStore;
  readonly figures: FigureBook;
  readonly inbox: InboxStore;
  readonly projections: ProjectionStore;
  readonly records: RecordStore;
  readonly templateStore: TemplateStore;
  readonly bulkStore: BulkStore;
  readonly drive: DriveStore;
  readonly wakes: WakeStore;
}
