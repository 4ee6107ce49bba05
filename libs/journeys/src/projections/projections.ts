import {
  companiesOf,
  fold,
  sharedWith,
  STATE_SHAPE,
  stageOf,
  type Instant,
  type JourneyState,
} from '@lotse/domain';
import { everyJourney } from '../actions/every-journey';
import { mustBeRecorded } from '../actions/known-record';
import { canonicalJson } from '../canonical-json';
import type { DriveStore } from '../ports/drive-store.port';
import type { Found, LookUp, StoredFact } from '../ports/journey-store.port';
import type { ProjectionStore, StoredJourney } from '../ports/projection-store.port';
import { contextOf, templateOf } from '../submit/context-of';
import type { Door } from '../submit/decide-on';
import { assignedOf, holdsOn, listedOf, projectionOf, tasksHoldOf } from '../submit/projection-of';
import type { TemplateSource } from '../templates/template-book';
import { dayIn, zoneOf } from '../zone';

/** What of a journey is kept beside its facts. */
export type ProjectionPart = 'journey' | 'snapshot' | 'placements' | 'contracts' | 'clocks' | 'tasks';

/** A journey whose stored rows are not what its facts give. */
export interface Deviation {
  readonly journey: string;
  readonly parts: readonly ProjectionPart[];
}

export interface ProjectionOptions {
  readonly programme?: string;
  /** True: only journeys that an older release wrote, as after an upgrade. */
  readonly stale?: boolean;
  /** Called after each journey with how many were looked at so far. */
  readonly onProgress?: (looked: number) => void;
}

export interface ProjectionReport {
  readonly journeys: number;
  /** Journeys that differed; after a rebuild they do no longer. */
  readonly deviating: number;
}

type Parts = Door & { readonly projections: ProjectionStore; readonly drive: DriveStore };

const lookUp = (journeyId: string): LookUp => ({
  commandId: '',
  journeyId,
  organisations: [],
  spansPerson: false,
  needsPerson: true,
});

/** The records that a journey rests on, named by its facts: rows that are wrong would name others. */
const lookUpBy = (journeyId: string, state: JourneyState): LookUp => ({
  ...lookUp(journeyId),
  programme: state.programme,
  person: state.person,
  agreement: state.agreement,
  organisations: [state.university, ...companiesOf(state)],
});

/** Everything stored of a journey, from its facts; the records only say by which calendar and what guards look at. */
async function fromFacts(
  { keyring, clock, templates }: Door,
  state: JourneyState,
  found: Found,
  facts: readonly StoredFact[],
  source: TemplateSource,
): Promise<StoredJourney> {
  const now = clock.now();
  const zone = zoneOf(found.programme);
  const template = await templateOf(templates, state, found, source);
  const at = now.toISOString();
  const stamp = {
    recordedAt: at,
    insertedAt: at,
    insertedOn: dayIn(zone, now),
    submittedBy: '',
    imported: false,
  };
  const context = contextOf(found, { template, now, stamp, keyring });
  const { programme, person, stage, status, version, youngestOn } = state;
  const listed = projectionOf(listedOf(state, context), zone);
  return {
    programme,
    person,
    template: template.id,
    stage: stage.code,
    phase: stageOf(template, stage.code).phase,
    status: status.code,
    version,
    youngestOn,
    lastRecordedAt: facts.reduce<Instant>(
      (last, { fact }) => (fact.recordedAt > last ? fact.recordedAt : last),
      '',
    ),
    companies: sharedWith(state),
    university: state.university,
    assigned: assignedOf(state),
    snapshot: state,
    tasksHold: tasksHoldOf(state, context),
    listed: {
      ...listed,
      tasks: [...listed.tasks].sort((a, b) => (a.key < b.key ? -1 : 1)),
      placements: [...listed.placements].sort((a, b) => (a.id < b.id ? -1 : 1)),
      contracts: [...listed.contracts].sort(),
    },
  };
}

/** Without `undefined` members, which JSON does not keep. */
const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)));
const differ = (a: unknown, b: unknown): boolean => text(a) !== text(b);

function partsThatDiffer(stored: StoredJourney, expected: StoredJourney): ProjectionPart[] {
  const { snapshot: storedState, listed: storedRows, tasksHold, ...storedColumns } = stored;
  const { snapshot, listed, tasksHold: today, ...columns } = expected;
  const parts: Record<ProjectionPart, boolean> = {
    journey: differ(storedColumns, columns),
    snapshot: differ(storedState, snapshot),
    placements: differ(storedRows.placements, listed.placements),
    contracts: differ(storedRows.contracts, listed.contracts),
    clocks: differ(storedRows.clocks, listed.clocks),
    tasks: holdsOn(tasksHold, today?.from ?? '') && differ(storedRows.tasks, listed.tasks),
  };
  return (Object.keys(parts) as ProjectionPart[]).filter((part) => parts[part]);
}

/** Compares one journey while nobody writes to it, since the journey is locked; rebuilds it where it differs or `always`. */
async function look(parts: Parts, journey: string, rebuild: boolean): Promise<ProjectionPart[]> {
  const { differing } = await parts.journeys.transact(async (transaction) => {
    const { journey: kept, ...byRow } = await transaction.find(lookUp(journey)); // locks the journey
    const facts = await transaction.facts(journey);
    const state = fold(
      journey,
      facts.map(({ fact }) => fact),
    );
    const isRight = kept !== undefined && !differ(kept.snapshot, state);
    const found = isRight ? byRow : await transaction.find(lookUpBy(journey, state));
    const expected = await fromFacts(parts, state, found, facts, transaction.templates);
    const stored = await parts.projections.stored(journey);
    const differing = stored === undefined ? [] : partsThatDiffer(stored, expected);
    // The workflow may wait for what the old rows said. First, so that a crash here leaves a wake too many, never one too few.
    if (rebuild && differing.length > 0) await parts.drive.wakeAgain(journey);
    if (rebuild) await transaction.rebuild(journey, expected);
    return { keep: rebuild, differing };
  });
  return differing;
}

async function* lookAtAll(
  parts: Parts,
  { programme, stale, onProgress }: ProjectionOptions,
  rebuild: boolean,
): AsyncGenerator<Deviation, ProjectionReport> {
  if (programme !== undefined) await mustBeRecorded(parts.journeys, 'programme', programme);
  const filter = {
    ...(programme === undefined ? {} : { programme }),
    ...(stale === true ? { shapeBefore: STATE_SHAPE } : {}),
  };
  let journeys = 0;
  let deviating = 0;
  for await (const { id } of everyJourney(parts.journeys, filter)) {
    const differing = await look(parts, id, rebuild);
    journeys += 1;
    onProgress?.(journeys);
    if (differing.length === 0) continue;
    deviating += 1;
    yield { journey: id, parts: differing };
  }
  return { journeys, deviating };
}

/**
 * Compares every journey's rows with what its facts give, one after the other, and yields those that differ. Changes nothing. Tasks
 * are compared on the days on which they are said to hold; else the next refresh derives them anew.
 */
export const verifyProjections = (parts: Parts, options: ProjectionOptions = {}) =>
  lookAtAll(parts, options, false);

/**
 * Writes every journey's rows anew from its facts, tasks as of today too, and yields those that differed. Rows that are right are
 * not written. Safe while people work: each journey is locked for its own turn.
 */
export const rebuildProjections = (parts: Parts, options: ProjectionOptions = {}) =>
  lookAtAll(parts, options, true);

/** A sweep takes so many; the next one goes on. */
const AT_ONCE = 200;

/**
 * Derives the tasks anew of journeys in which a day alone may have changed them: consents, titles and the law begin and end on days,
 * and a record line may change what guards look at. Writes no fact; idempotent. Answers how many journeys were looked at.
 */
export async function refreshTasks(parts: Parts, now: Instant): Promise<number> {
  const lapsed = await parts.projections.lapsed(now, AT_ONCE);
  const then = { ...parts, clock: { now: () => new Date(now) } };
  for (const journey of lapsed) await look(then, journey, true);
  return lapsed.length;
}
