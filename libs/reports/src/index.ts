export type {
  DurationCell,
  FigureCell,
  FigureQuestion,
  FigureStore,
  FigureUnit,
  Moment,
  Place,
  UnitQuestion,
} from './ports/figure-store.port';
export type { DaysLine, FigureLine, FigureTable } from './figures/figure-line';
export { splitsOf, openSplits } from './figures/figure-query';
export type { FigureAnswer, FigureProblem, FigureQuery, Sight } from './figures/figure-query';
export { Figures, type FiguresParts } from './figures/figures';
export { figuresSdmx } from './figures/figures-sdmx';
export type { Aim, ProgrammeReader } from './ports/programme-reader.port';
export { DEFAULT_THRESHOLD } from './suppression/open-figures';
export type {
  NamedOrganisation,
  ProgrammeWords,
  SheetContent,
  SheetContentReader,
  SheetMaterial,
  SheetQuote,
} from './ports/sheet-content.port';
export { createSheets, type SheetDocumentQuery, type Sheets, type SheetsParts } from './sheet/create-sheets';
export {
  SHEET_FORMS,
  SHEET_LANGUAGES,
  type SheetDocument,
  type SheetForm,
  type SheetLanguage,
  type SheetLock,
  type SheetNumber,
  type SheetSection,
  type SheetText,
  type SheetWriter,
} from './sheet/sheet-document';
export {
  SHEET_FORMATS,
  sheetFile,
  type SheetFile,
  type SheetFormat,
  type SheetWriters,
} from './sheet/sheet-file';
export { differences, type UnitDifference } from './compare/compare';
export type {
  Adjustment,
  ExplainedAdjustment,
  FrozenFigure,
  FrozenList,
  ReportContent,
} from './lock/report-content';
export {
  Reports,
  type Report,
  type ReportAnswer,
  type ReportProof,
  type ReportProposal,
  type ReportRefusal,
  type ReportsParts,
  type ReportSummary,
} from './lock/reports';
export type { EvidenceDocument, FactReader, ReportedFact } from './ports/fact-reader.port';
export { REPORT_STATES } from './ports/report-store.port';
export type { ReportRow, ReportState, ReportStore, Signature } from './ports/report-store.port';
export type {
  DeliveryState,
  LockedReport,
  Sent,
  StoredDelivery,
  Webhook,
  WebhookDelivery,
  WebhookMessage,
  WebhookOutbox,
  WebhookRow,
  WebhookSender,
  WebhookStore,
} from './ports/webhook-store.port';
export {
  createWebhookPost,
  lockedEvent,
  WEBHOOK_DELIVERY,
  WebhookDeferredError,
  type WebhookPost,
  type WebhookPostParts,
} from './webhooks/webhook-post';
export {
  createWebhooks,
  type NewWebhook,
  type WebhookAdded,
  type Webhooks,
  type WebhooksParts,
} from './webhooks/webhooks';
export {
  compareFigures,
  type CompareQuery,
  type Comparison,
  type FigureDifference,
} from './compare/compare-figures';
export { createReporting, type Reporting, type ReportingParts } from './create-reporting';
export type { ProvedUnit, ProvedUnits, UnitsQuery } from './figures/evidence';
export { ANSWERS, FINDINGS, OUTCOMES } from './ports/sample-store.port';
export type {
  AuditRoom,
  Finding,
  FindingAnswer,
  Outcome,
  Said,
  SampleRow,
  SampleStore,
  SampleUnit,
  SampleWords,
} from './ports/sample-store.port';
export { draw, type Drawable } from './sample/draw';
export { Samples, type NoteAnswer, type Sample, type SampleAnswer, type SampleOrder } from './sample/samples';
export type { Note } from './sample/note';
export type { SampleRefusal } from './sample/sample-refusal';
export type { Asker, RecordingParts } from './asker';
export type { RedactableFile, RedactedPage, Redaction, RedactionStore } from './ports/redaction-store.port';
export { Redactions, type RedactionAnswer, type RedactionRefusal } from './redaction/redactions';
export type { RowKeys } from './ports/row-keys.port';
