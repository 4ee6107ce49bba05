import {
  journeyQuery,
  wakeSignal,
  type JourneyRun,
  type JourneyStatus,
  type JourneyView,
  type JourneyWorkflow,
  type OpenClock,
} from '@lotse/contracts';
import type { Phase } from '@lotse/domain';
import {
  condition,
  makeContinueAsNewFunc,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { Alarm } from './alarm';
import { AnsweredClocks } from './answered-clocks';
import { fireClock, observeJourney } from './journey-activities';
import { searchAttributesOf, showInSearch } from './journey-search';

/** What one phase says of itself: by stage, what the journey waits for there. Shown in Temporal's UI, never stored. */
export interface PhaseScript {
  readonly phase: Phase;
  readonly waitsFor: Readonly<Record<string, string>>;
}

/**
 * A wake for the version just read is mostly the echo of a clock this run fired itself and needs no second read.
 * Later than this it comes from the sweep or a person, who see something this run does not.
 */
const ECHO_MS = 5 * 60_000;

/**
 * Drives one journey through one stage: reads it, waits for a wake or the earliest clock, fires what is due, and hands over
 * to a new run when the stage is another one or the history has grown long. Ends when nothing is left to wait for.
 * PostgreSQL decides and may have moved on at any moment, so nothing read here is more than a reason to look again.
 */
export async function driveJourney(
  { journeyId, stage: startedIn }: JourneyRun,
  { phase, waitsFor }: PhaseScript,
): Promise<void> {
  const alarm = new Alarm();
  const answered = new AnsweredClocks();
  let stage = startedIn;
  let status: JourneyStatus = { version: 0, stage: startedIn ?? null, clocks: [] };
  let readAt = 0;
  /** Highest version named by wakes that tell of something not yet read. */
  let heard: number | undefined;

  setHandler(journeyQuery, () => status);
  setHandler(wakeSignal, (wake) => {
    // A malformed wake is still a reason to look, never one to fail: a failing handler would block the journey for good.
    const version = Number.isInteger(wake?.version) ? wake.version : 0;
    const isEcho = version === status.version && Date.now() - readAt < ECHO_MS;
    if (!isEcho) heard = Math.max(version, heard ?? 0);
  });

  async function read(): Promise<JourneyView | null> {
    heard = undefined;
    const view = await observeJourney({ journeyId, now: now() });
    if (view === null) return null;
    readAt = Date.now();
    status = { version: view.version, stage: view.stage, clocks: view.clocks };
    stage ??= view.stage;
    if (heard !== undefined && heard <= view.version) heard = undefined;
    return view;
  }
  const stays = (view: JourneyView | null): boolean =>
    view !== null &&
    view.open &&
    view.phase === phase &&
    view.stage === stage &&
    !workflowInfo().continueAsNewSuggested;

  for (;;) {
    let view = await read();
    // Once only: a wake for a version that a restored database does not have must not keep the run from leaving.
    if (!stays(view) && heard !== undefined) view = await read();
    if (view === null) return;
    if (view.open && !stays(view)) return handOver(journeyId, view);
    showInSearch(view);
    if (!view.open) return;
    setCurrentDetails(waitsFor[view.stage] ?? '');

    const waiting = answered.unansweredOf(view);
    alarm.setFor(waiting);
    if (!waiting.some(isDue)) await condition(() => heard !== undefined || alarm.hasRung);
    if (heard !== undefined) continue; // something is new, so what is due may no longer be
    for (const clock of waiting.filter(isDue)) {
      await fireClock({ journeyId, clock: clock.code, dueOn: clock.dueOn, now: now() });
      answered.add(clock);
    }
  }
}

/** Workflow time: deterministic, and ahead of the worker's where time is skipped. */
const now = (): string => new Date().toISOString();
const isDue = ({ at }: OpenClock): boolean => Date.parse(at) <= Date.now();

/** Goes on under the same workflow id in a new run of the type of the journey's phase; its history starts empty. */
const handOver = (journeyId: string, view: JourneyView): Promise<never> =>
  makeContinueAsNewFunc<JourneyWorkflow>({
    workflowType: view.phase,
    typedSearchAttributes: searchAttributesOf(view),
  })({ journeyId, stage: view.stage });
