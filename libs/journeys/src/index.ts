export type { Answer, Approver, Refused, Sender } from './answer';
export type { Approval, Approvals, VoteAnswer } from './channels/approvals';
export type { Complaints, ComplaintSummary, Followed, StepOfAnswer } from './channels/complaints';
export { createChannels, type Channels, type ChannelsParts } from './channels/create-channels';
export { LONGEST_EMERGENCY, type Emergencies, type EmergencyOpened } from './channels/emergencies';
export type { Note, Notes } from './channels/notes';
export type {
  AnonymousComplaintRow,
  ApprovalRow,
  ApprovalStore,
  Audience,
  ChannelStores,
  ComplaintStore,
  EmergencyRow,
  EmergencyStore,
  NamedComplaintRow,
  NoteRow,
  NoteStore,
  Vote,
} from './ports/channel-stores.port';
export type { Failure } from './actions/fail-organisation';
export { UnknownRecordError } from './actions/known-record';
export type { Merge } from './actions/merge-person';
export type { BulkOptions, BulkRow } from './bulk/bulk';
export type { UndoOptions, UndoRow } from './bulk/undo';
export {
  createOverview,
  type Overview,
  type OverviewFilter,
  type OverviewPage,
  type OverviewRow,
} from './overview/overview';
export { confirmedMonths, MILESTONES, milestonesOf, type Milestone } from './overview/milestones';
export { createJourneys, type Journeys, type JourneysParts } from './create-journeys';
export type { NominationRow } from './nominations/nominate-lines';
export type { NominationAnswer, NominationOptions } from './nominations/nominate-person';
export type { ClockOutcome } from './drive/fire-clock';
export type { JourneyView, OpenClock } from './drive/observe';
export type { Importer, LineAnswer } from './import/import-lines';
export type { RemindAnswer } from './inbox/remind';
export { isInboxCursor, type Inbox, type InboxFilter, type InboxPage, type NoteAnswer } from './inbox/inbox';
export { MAX_LINE_BYTES } from './import/lines';
export type {
  CohortQuery,
  CohortStore,
  CohortTask,
  DirectoryRow,
  StoredCohortRow,
} from './ports/cohort-store.port';
export type { ClockPort } from './ports/clock.port';
export type { DriveStore, Seen } from './ports/drive-store.port';
export {
  HANDOVER_REASONS,
  type DeputyRow,
  type Handover,
  type HandoverReason,
  type InboxPlace,
  type InboxQuery,
  type InboxStore,
  type InboxTask,
  type Noted,
} from './ports/inbox-store.port';
export type {
  AcceptedCommand,
  Found,
  JourneyFilter,
  JourneyRow,
  StoredJourneyRow,
  JourneyStore,
  JourneyTransaction,
  JourneyWrite,
  LookUp,
  SignedReport,
  StoredFact,
} from './ports/journey-store.port';
export type { SealedPerson } from './ports/sealed-person';
export {
  createAddressBook,
  MailAddressError,
  type AddressBook,
  type AddressBookParts,
  type ContactPoint,
  type ListedContactPoint,
} from './outbox/address-book';
export { createPost, MailDeferredError, type Post, type PostParts } from './outbox/create-post';
export type { KeyringPort } from './ports/keyring.port';
export type { Language, Letter, LetterItem, MailPort, Notice, NoticeKind, Posted } from './ports/mail.port';
export type {
  ContactPointRow,
  ContactPointStore,
  DeadMail,
  MailState,
  MergeRules,
  OutboxStore,
  Recipient,
  Reminder,
  StoredMail,
} from './ports/outbox-store.port';
export type {
  FoundRecord,
  RecordKey,
  RecordLookUp,
  RecordPageQuery,
  RecordStore,
  StoredRecord,
  RecordTransaction,
  Signed,
  RecordWrite,
} from './ports/record-store.port';
export type { BulkStore, WrittenJourney } from './ports/bulk-store.port';
export type { LoadOptions, LoadReport, PersonCommands } from './load/load-journeys';
export type { Stores } from './ports/stores';
export type {
  CountedRows,
  FigureBook,
  FigureBookTransaction,
  FigureOwner,
  FigureTransaction,
  FigureWrite,
  OwnerFilter,
} from './ports/figure-book.port';
export type { ClaimedWake, WakeStore } from './ports/wake-store.port';
export type {
  BusyTime,
  ClockRow,
  ListedChange,
  PlacementRow,
  Projection,
  ProjectionStore,
  StoredJourney,
  TaskRow,
  TasksHold,
} from './ports/projection-store.port';
export type { FigureDeviation, FigureOptions, FigureReport } from './figures/recount';
export type {
  Deviation,
  ProjectionOptions,
  ProjectionPart,
  ProjectionReport,
} from './projections/projections';
export type { Agenda } from './read/agenda';
export type { JourneyDetail } from './read/get-journey';
export type { JourneyPage, ListedJourney } from './read/list-journeys';
export type { TimelineEntry } from './read/timeline';
export { RECORDS_OF_PROGRAMMES, type RecordOfProgramme, type Records } from './records/create-records';
export type { RecordStriking } from './records/strike-record';
export type { RecordAnswer } from './records/put-record';
export type { RecordPage, RecordQuery, RecordVersion } from './records/read-records';
export type { FigureChange } from './submit/figure-changes';
export type { DueChange, PreviewAnswer, Shift, WouldBe } from './submit/preview';
export type { StoredTemplate, TemplateStatus, TemplateStore } from './ports/template-store.port';
export {
  UnknownTemplateError,
  type Cohort,
  type DraftAnswer,
  type ListedTemplate,
  type PublishAnswer,
  type Simulated,
  type Templates,
} from './templates/templates';
