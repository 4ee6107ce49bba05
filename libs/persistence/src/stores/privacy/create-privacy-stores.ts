import type { PrivacyStores } from '@lotse/privacy';
import type { DataSource } from 'typeorm';
import { createHoldStore } from './hold.store';
import { createRetentionStore } from './retention.store';
import { createSubjectStore } from './subject.store';

/** The stores of data protection, on one database. */
export const createPrivacyStores = (dataSource: DataSource): PrivacyStores => ({
  subjects: createSubjectStore(dataSource),
  holds: createHoldStore(dataSource),
  retention: createRetentionStore(dataSource),
});
