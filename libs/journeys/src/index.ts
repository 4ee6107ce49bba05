export type { Answer, Refused, Sender } from './answer';
export { createJourneys, type Journeys, type JourneysParts } from './create-journeys';
export type { ClockOutcome } from './drive/fire-clock';
export type { JourneyView, OpenClock } from './drive/observe';
export type { Importer, LineAnswer } from './import/import-lines';
export { MAX_LINE_BYTES } from './import/lines';
export type { ClockPort } from './ports/clock.port';
export type { DriveStore, Seen } from './ports/drive-store.port';
export type {
  AcceptedCommand,
  BusyTime,
  Found,
  JourneyFilter,
  JourneyRow,
  JourneyStore,
  JourneyTransaction,
  JourneyWrite,
  LookUp,
  PlacementRow,
  StoredFact,
  StoredFacts,
} from './ports/journey-store.port';
export type { KeyringPort } from './ports/keyring.port';
export type {
  FoundRecord,
  RecordKey,
  RecordLookUp,
  RecordStore,
  RecordTransaction,
  RecordWrite,
} from './ports/record-store.port';
export type { Stores } from './ports/stores';
export type { ClaimedWake, WakeStore } from './ports/wake-store.port';
export type { JourneyDetail } from './read/get-journey';
export type { JourneyPage, ListedJourney } from './read/list-journeys';
export type { TimelineEntry } from './read/timeline';
