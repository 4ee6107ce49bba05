export { EMPTY_AXES, type Axes } from './axes';
export { allClocks, clocks, type Clock } from './clocks/clocks';
export { REFUSAL_CODES, type Command, type Refusal, type RefusalCode, type Unmet } from './command';
export { AVAILABLE, COMMANDS, commandRule, type CommandName } from './commands/commands';
export { COMMAND_WORDS } from './commands/command-words';
export type { CommandRule } from './commands/command-rule';
export { isWithdrawn, PURPOSES, withdrawnPurposes, type Purpose } from './consents';
export type { Context, RecordBody } from './context';
export {
  addDays,
  addDuration,
  addMonths,
  dayInBerlin,
  daysIncluded,
  isDay,
  isMonth,
  monthOf,
  monthsBetween,
  type Day,
  type Instant,
  type Month,
} from './day';
export { applyFacts, decide, needsHistory } from './decide/decide';
export type { Decision } from './decide/decision';
export { failureSteps, type FailureStep } from './fail-organisation';
export { CLOCK_FIRED, effectiveFacts, evolve, fold } from './evolve/evolve';
export type { Correction, Fact } from './fact';
export { checkFields, isStorable, type Field, type FieldFault, type Fields } from './fields';
export { GUARDS } from './guards/registry';
export { isBinding } from './guards/placement-choice';
export { changesOf, countsFacts, kindsOfIndicator } from './indicators/changes';
export type { Change, Subject } from './indicators/unit-changes';
export { INDICATORS } from './indicators/catalogue';
export { type CountedFact } from './indicators/conditions';
export { durationFigure, spellOf, type DurationFigure, type Spell } from './indicators/durations';
export {
  DIMENSIONS,
  INDICATOR_SECTIONS,
  type Dimension,
  type Indicator,
  type Traits,
} from './indicators/indicator';
export { subjectKnownAt, type KnownFact } from './indicators/subject';
export { FIGURE_CATALOGUE, type FigureCatalogue } from './figures/catalogue';
export { UNKNOWN, type FigureCell } from './figures/cell';
export {
  COUNTED_KINDS,
  COUNTABLES,
  daysSeries,
  FIGURE_SHAPE,
  kindsOf,
  touchedBy,
  type Countable,
} from './figures/countables';
export {
  differenceOf,
  figureHistory,
  newlyKnown,
  ownerOf,
  type CountedPerson,
  type FigureChange,
  type TraitsFrom,
} from './figures/history';
export type { FigureRow } from './figures/row';
export { traitsOf, UNKNOWN_TRAITS } from './indicators/traits';
export { countsRecords, recordUnits, type KnownRecord, type RecordUnit } from './indicators/records';
export { isJsonObject, textOf, type Json, type JsonObject } from './json';
export { jsonSchema } from './json-schema';
export {
  COMMAND_LINE,
  isRecordType,
  LINE_RECORDED,
  EVENT_KINDS,
  MEASURE_KINDS,
  ORGANISATION_KINDS,
  QUALIFIERS,
  RECORD_LINES,
  STRIKE_REASONS,
  type RecordType,
  type StrikeReason,
} from './lines';
export { NOMINATION_LINE } from './nomination-line';
export { lastDayOfMonths, packOn, PACKS, STATUTORY_CLOCKS } from './packs/pack-on';
export { CLOCK_EFFECTS, type RulePack } from './packs/rule-pack';
export { possibleCommands, waitingOn, type PossibleCommand } from './possible';
export { ORGANISATION_ROLES, ROLES, type Actor, type Role } from './roles';
export {
  emptyJourney,
  STATE_SHAPE,
  type Contract,
  type JourneyState,
  type Placement,
  type Status,
} from './state';
export {
  previewMigration,
  templateDifferences,
  type MigrationPreview,
  type StageMapping,
  type TemplateDifference,
} from './template/migrate';
export { approvalsFor } from './decide/approvals';
export { companiesOf, sharedWith } from './shared-with';
export { brokenGuards, tasksOf, type Task } from './tasks';
export { tasksHoldUntil } from './tasks-hold';
export { templateFaults, type TemplateFault } from './template/check-template';
export {
  PHASES,
  stageOf,
  type ApprovalRule,
  type Phase,
  type Stage,
  type Template,
} from './template/template';
export { loadTemplates, TEMPLATES } from './template/templates';
export { VOCABULARY } from './vocabulary';
export type { Words } from './words';
export {
  addFractions,
  atMostOne,
  fraction,
  fractionDisplay,
  fractionText,
  parseFraction,
  shareOfMonth,
  type Fraction,
} from './fraction';
export { explainFigure, unitsCsv, type ExplainedFigure, type ExplainedUnit } from './sheet/explain';
export {
  FIGURES,
  findFigure,
  SECTIONS,
  type Figure,
  type FigureKey,
  type ListedFigure,
  type UnitOf,
} from './sheet/figures';
export type {
  Evidence,
  FigureUnit,
  FigureUnits,
  Sheet,
  SheetAnswer,
  SheetProblem,
  SheetQuery,
  SheetReader,
  SheetScope,
} from './sheet/sheet';
export { toCsv } from './sheet/csv';
export { sheetCsv } from './sheet/sheet-csv';
export { sheetTable, type SheetRow } from './sheet/sheet-table';
