import type { Day, Instant, JsonObject } from '@lotse/domain';
import type { JourneyFacts } from '@lotse/policy';
import type { Answer, Sender } from './answer';
import { fireClock, type ClockOutcome } from './drive/fire-clock';
import { observe, type JourneyView } from './drive/observe';
import { sweepLagging } from './drive/wake-journeys';
import { failOrganisation, type Failure } from './actions/fail-organisation';
import { mergePerson, type Merge } from './actions/merge-person';
import { bulk, bulkLines, type BulkOptions, type BulkRow } from './bulk/bulk';
import { undo, type UndoOptions, type UndoRow } from './bulk/undo';
import { createInbox, type Inbox } from './inbox/inbox';
import { importLines, type Importer, type LineAnswer } from './import/import-lines';
import {
  rebuildFigures,
  refreshFigures,
  verifyFigures,
  type FigureDeviation,
  type FigureOptions,
  type FigureReport,
} from './figures/recount';
import { loadJourneys, type LoadOptions, type LoadReport, type PersonCommands } from './load/load-journeys';
import type { ClockPort } from './ports/clock.port';
import type { JourneyFilter } from './ports/journey-store.port';
import type { KeyringPort } from './ports/keyring.port';
import type { Stores } from './ports/stores';
import {
  rebuildProjections,
  refreshTasks,
  verifyProjections,
  type Deviation,
  type ProjectionOptions,
  type ProjectionReport,
} from './projections/projections';
import { nominateLines, type NominationRow } from './nominations/nominate-lines';
import { nominatePerson, type NominationAnswer, type NominationOptions } from './nominations/nominate-person';
import { agenda, type Agenda } from './read/agenda';
import { getJourney, type JourneyDetail } from './read/get-journey';
import { listJourneys, type JourneyPage } from './read/list-journeys';
import { partiesOf } from './read/parties-of';
import { timeline, type TimelineEntry } from './read/timeline';
import { preview, type PreviewAnswer } from './submit/preview';
import { createRecords, type Records } from './records/create-records';
import { submit } from './submit/submit';
import { createTemplateBook } from './templates/template-book';
import { createTemplates, type Templates } from './templates/templates';

/** What the application needs from outside. */
export interface JourneysParts {
  readonly stores: Stores;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
}

/** The application service: everything that API, worker and CLI do with journeys goes through here. */
export interface Journeys extends Inbox, Templates, Records {
  /** The one door for commands; see `submit`. */
  submit(body: JsonObject, sender: Sender): Promise<Answer>;
  /** What a command would change: stage, due days, guards, figures. Keeps nothing; see `preview`. */
  preview(body: JsonObject, sender: Sender): Promise<PreviewAnswer>;
  /** Many commands, a result for each; see `bulk`. */
  bulk(
    commands: Iterable<JsonObject> | AsyncIterable<JsonObject>,
    options: BulkOptions,
  ): AsyncGenerator<BulkRow>;
  /** The same from JSON Lines; see `bulkLines`. */
  bulkLines(source: AsyncIterable<Uint8Array | string>, options: BulkOptions): AsyncGenerator<BulkRow>;
  /** Takes a bulk action back, a result for each of its commands; see `undo`. */
  undo(batch: string, options: UndoOptions): AsyncGenerator<UndoRow>;
  /** Ends what a failed company has in every open journey; see `failOrganisation`. */
  failOrganisation(failure: Failure, options: BulkOptions): AsyncGenerator<BulkRow>;
  /** Makes two records of one person one; see `mergePerson`. */
  mergePerson(merge: Merge, options: BulkOptions): AsyncGenerator<BulkRow>;
  /** Enters somebody new and nominates them; see `nominatePerson`. */
  nominatePerson(line: JsonObject, options: NominationOptions): Promise<NominationAnswer>;
  /** The same for a list, from JSON Lines; see `nominateLines`. */
  nominateLines(
    source: AsyncIterable<Uint8Array | string>,
    options: NominationOptions,
  ): AsyncGenerator<NominationRow>;
  /** Yields journeys whose rows are not what their facts give; answers how many there were. */
  verifyProjections(options?: ProjectionOptions): AsyncGenerator<Deviation, ProjectionReport>;
  /** Writes all rows anew from the facts alone; yields journeys that differed. */
  rebuildProjections(options?: ProjectionOptions): AsyncGenerator<Deviation, ProjectionReport>;
  /** Yields persons whose rows of figures are not what a recount gives; answers how many there were. */
  verifyFigures(options?: FigureOptions): AsyncGenerator<FigureDeviation, FigureReport>;
  /** Adds what the rows of figures lack; yields persons whose rows differed. See `rebuildFigures`. */
  rebuildFigures(options?: FigureOptions): AsyncGenerator<FigureDeviation, FigureReport>;
  /** Makes rows that an older release left out, and folds new ones into months. Idempotent; a round of the worker. */
  refreshFigures(): Promise<void>;
  /** Decides the commands of many new persons in memory and writes them together; see `loadJourneys`. */
  load(
    people: AsyncIterable<PersonCommands> | Iterable<PersonCommands>,
    options: LoadOptions,
  ): Promise<LoadReport>;
  /** Applies JSON Lines in file order; see `importLines`. */
  importLines(source: AsyncIterable<Uint8Array | string>, importer: Importer): AsyncGenerator<LineAnswer>;
  getJourney(id: string): Promise<JourneyDetail | null>;
  /** Whom a journey concerns, for the policy; null when there is none of the id. */
  partiesOf(id: string): Promise<JourneyFacts | null>;
  timeline(id: string): Promise<TimelineEntry[] | null>;
  /** What is due and to be done in one journey; see `Agenda`. */
  agenda(id: string): Promise<Agenda | null>;
  listJourneys(filter: JourneyFilter): Promise<JourneyPage>;
  /** What a workflow reads; `now` is the workflow's own time. Notes in `driver` what was read. Null: no such journey. */
  observe(journeyId: string, now: Instant): Promise<JourneyView | null>;
  /** Fires one due clock; see `fireClock`. */
  fireClock(journeyId: string, clock: string, dueOn: Day, now: Instant): Promise<ClockOutcome>;
  /** Derives tasks anew that a day has changed, refreshes figures, and puts a wake for every journey whose workflow lags. Answers how many; idempotent. */
  sweepLagging(now: Instant): Promise<number>;
  /** Puts a wake for every open journey, as after a restore. Answers how many. */
  resumeAll(): Promise<number>;
}

/** Composes the application service from its ports. Holds no connection of its own: closing the database is the caller's. */
export function createJourneys({ stores, keyring, clock }: JourneysParts): Journeys {
  const templates = createTemplateBook(stores.templateStore);
  const services = { ...stores, keyring, clock, templates };
  return {
    ...createInbox(services),
    ...createTemplates(services),
    ...createRecords(services),
    submit: (body, sender) => submit(services, body, sender),
    preview: (body, sender) => preview(services, body, sender),
    bulk: (commands, options) => bulk(services, commands, options),
    bulkLines: (source, options) => bulkLines(services, source, options),
    undo: (batch, options) => undo(services, batch, options),
    failOrganisation: (failure, options) => failOrganisation(services, failure, options),
    mergePerson: (merge, options) => mergePerson(services, merge, options),
    nominatePerson: (line, options) => nominatePerson(services, line, options),
    nominateLines: (source, options) => nominateLines(services, source, options),
    verifyProjections: (options) => verifyProjections(services, options),
    rebuildProjections: (options) => rebuildProjections(services, options),
    verifyFigures: (options) => verifyFigures(services, options),
    rebuildFigures: (options) => rebuildFigures(services, options),
    refreshFigures: () => refreshFigures(services),
    load: (people, options) => loadJourneys(services, people, options),
    importLines: (source, importer) => importLines(services, source, importer),
    getJourney: (id) => getJourney(services, id),
    partiesOf: (id) => partiesOf(stores.journeys, id),
    timeline: (id) => timeline(services, id),
    agenda: (id) => agenda(services, id),
    listJourneys: (filter) => listJourneys(services, filter),
    observe: (journeyId, now) => observe(services, journeyId, now),
    fireClock: (journeyId, code, dueOn, now) => fireClock(services, { journeyId, clock: code, dueOn, now }),
    sweepLagging: async (now) => {
      await refreshTasks(services, now);
      await refreshFigures(services);
      return sweepLagging(stores.drive, now);
    },
    resumeAll: () => stores.drive.wakeOpen(),
  };
}
