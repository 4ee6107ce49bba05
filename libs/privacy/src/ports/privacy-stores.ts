import type { HoldStore, RetentionStore, SubjectStore } from './subject-store.port';

/** All stores of data protection. Implemented by libs/persistence. */
export interface PrivacyStores {
  readonly subjects: SubjectStore;
  readonly holds: HoldStore;
  readonly retention: RetentionStore;
}
