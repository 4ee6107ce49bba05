import type { Phase, Role } from '@lotse/domain';
import { defineQuery, defineSignal } from '@temporalio/workflow';

/** The one task queue of workflows and activities. */
export const TASK_QUEUE = 'lotse';

const PREFIX = 'journey/';
/** One workflow id per journey for all its runs, so that no journey is ever driven twice. */
export const journeyWorkflowId = (journeyId: string): string => `${PREFIX}${journeyId}`;
/** Reverses `journeyWorkflowId`; undefined for the id of another kind of workflow. */
export const journeyIdOf = (workflowId: string): string | undefined =>
  workflowId.startsWith(PREFIX) ? workflowId.slice(PREFIX.length) : undefined;

/** What a run starts with. Plain JSON; crosses continue-as-new. */
export interface JourneyRun {
  readonly journeyId: string;
  /** Stage at the start of the run. The first run of a journey has none: it takes the one it reads. */
  readonly stage?: string;
}
/** Signature of the five phase workflows; the name of each type is its phase. */
export type JourneyWorkflow = (run: JourneyRun) => Promise<void>;

/** Tells that the journey may have changed. `version` is the journey's at the commit; wakes may come late, twice or not at all. */
export interface Wake {
  readonly version: number;
}
export const wakeSignal = defineSignal<[Wake]>('wake.v1');

/** A deadline derived from the journey's state: code and instants only. */
export interface OpenClock {
  readonly code: string;
  /** Day in the programme's time zone, `YYYY-MM-DD`. With `code` it names the clock: each pair fires once. */
  readonly dueOn: string;
  /** ISO 8601 instant, UTC, from which it may fire: computed outside the workflow, which does no calendar arithmetic. */
  readonly at: string;
}

/** What a run last read. `version` is 0 and `stage` that of its start before the first read. */
export interface JourneyStatus {
  readonly version: number;
  readonly stage: string | null;
  readonly clocks: readonly OpenClock[];
}
export const journeyQuery = defineQuery<JourneyStatus>('journey.v1');

/** A journey as its workflow sees it. No personal data: ids, codes and instants only. */
export interface JourneyView {
  readonly version: number;
  readonly stage: string;
  readonly phase: Phase;
  /** False when nothing is left to wait for: closed, void or completed. The workflow ends. */
  readonly open: boolean;
  readonly programme: string;
  /** Roles that can meet the next guards, for the search attribute `WaitingOn`. */
  readonly waitingOn: readonly Role[];
  /** Not yet fired, in the order they fire: by `at`, then `code`. */
  readonly clocks: readonly OpenClock[];
}
