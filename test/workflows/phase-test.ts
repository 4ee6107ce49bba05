import {
  journeyQuery,
  journeyWorkflowId,
  SWEEP_WORKFLOW,
  type JourneyStatus,
  type OpenClock,
} from '@lotse/contracts';
import { wakeJourney } from '@lotse/platform';
import {
  eventually,
  FakeJourneys,
  startTestWorker,
  TestClock,
  type TestWorker,
  type TimedJourney,
} from '@lotse/testing';
import type { WorkflowExecutionDescription, WorkflowHandle } from '@temporalio/client';
import { randomUUID } from 'node:crypto';

/** What the tests of the workflow share: a worker over journeys in memory, and the relay's part done by hand. */
export interface PhaseTest {
  readonly journeys: FakeJourneys;
  readonly worker: TestWorker;
  newJourney(): TimedJourney;
  handleOf(journey: TimedJourney): WorkflowHandle;
  /** Sends a wake, for the present version unless told otherwise. */
  wake(journey: TimedJourney, version?: number): Promise<void>;
  /** Runs the sweep's workflow once. */
  sweep(): Promise<number>;
  status(journey: TimedJourney): Promise<JourneyStatus>;
  /** Waits until the workflow has read this version or a later one, after doing what makes it read. */
  hasRead(journey: TimedJourney, version: number, first?: () => Promise<unknown>): Promise<JourneyStatus>;
  /** Waits until the description of the newest run is accepted. */
  described(
    journey: TimedJourney,
    isAccepted: (seen: WorkflowExecutionDescription) => boolean,
  ): Promise<WorkflowExecutionDescription>;
  stop(): Promise<void>;
}

export async function startPhaseTest(): Promise<PhaseTest> {
  const journeys: FakeJourneys = new FakeJourneys((journeyId, version, phase) =>
    wakeJourney(worker.client, { journeyId, version, phase }, worker.taskQueue),
  );
  const worker = await startTestWorker(journeys);
  const { client, taskQueue } = worker;
  const handleOf = ({ journeyId }: TimedJourney): WorkflowHandle =>
    client.workflow.getHandle(journeyWorkflowId(journeyId));
  const status = (journey: TimedJourney): Promise<JourneyStatus> => handleOf(journey).query(journeyQuery);
  return {
    journeys,
    worker,
    status,
    handleOf,
    newJourney: () => ({ client, journeyId: randomUUID(), clock: new TestClock() }),
    wake: ({ journeyId }, version) => {
      const view = journeys.viewOf(journeyId);
      return wakeJourney(
        client,
        { journeyId, version: version ?? view.version, phase: view.phase },
        taskQueue,
      );
    },
    sweep: () =>
      client.workflow.execute(SWEEP_WORKFLOW, { taskQueue, workflowId: `${SWEEP_WORKFLOW}-${randomUUID()}` }),
    hasRead: async (journey, version, first) => {
      await first?.();
      return eventually(
        () => status(journey).catch(notYet),
        (seen) => seen.version >= version,
      );
    },
    described: (journey, isAccepted) => eventually(() => handleOf(journey).describe(), isAccepted),
    stop: () => worker.stop(),
  };
}

/** Between two runs there is a moment when nobody can answer a query. */
const notYet = (): JourneyStatus => ({ version: -1, stage: null, clocks: [] });

/** A clock due a number of days after an instant. */
export function clockIn(days: number, code: string, from: Date): OpenClock {
  const at = new Date(from.getTime() + days * 86_400_000).toISOString();
  return { code, dueOn: at.slice(0, 10), at };
}
