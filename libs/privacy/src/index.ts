export { COLUMN_NOTES } from './catalogue';
export { PURPOSES, type ColumnNote, type EraseMethod, type Purpose, type TableNotes } from './column-note';
export { createPrivacy, type Privacy } from './create-privacy';
export { DATA_CLASSES, STARTS, type DataClass, type DataClassName } from './data-class';
export type { ErasureAnswer, ErasurePreview, Erasures, ReplayReport } from './erasure/erasures';
export type { Receipt, ReceiptLine } from './erasure/receipt';
export type { ExportAnswer, Exports } from './export/exports';
export { SEALED_PLACES } from './export/opened';
export { EXPORTED_TABLES } from './export/subject-data';
export { HEADINGS } from './export/words/headings';
export type { Hold, HoldAnswer, Holds } from './holds/holds';
export { rotateKeys } from './keys/key-rotation';
export { PRIVACY_PAGES } from './pages';
export type { Announcement, Announcements, HeadFile } from './ports/announcement.port';
export type {
  DocumentEntry,
  DocumentSection,
  DocumentWriter,
  Language,
  ReadableDocument,
} from './ports/document-writer.port';
export type { ContentRemover, ErasureFile, ErasureLine, Histories } from './ports/outside.port';
export type { PrivacyStores } from './ports/privacy-stores';
export type {
  DueRow,
  ErasureCause,
  ErasureOrder,
  FoundSubject,
  HoldStore,
  OpenJourney,
  RetentionStore,
  StoredErasure,
  StoredHold,
  SubjectIds,
  SubjectRow,
  SubjectStore,
} from './ports/subject-store.port';
export type { KeyUse, WrappedKeyStore } from './ports/wrapped-key-store.port';
export type { Asker, PrivacyParts } from './privacy-parts';
export type { Refusal } from './refusal';
export type { DueItem, Period, Retention, RetentionReport } from './retention/retention';
export { createDailyRound, type DailyReport, type DailyRound } from './rounds/daily-round';
