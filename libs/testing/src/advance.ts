import { journeyWorkflowId } from '@lotse/contracts';
import type { Client } from '@temporalio/client';
import { msToNumber, msToTs, type Duration } from '@temporalio/common/lib/time';
import { randomUUID } from 'node:crypto';
import { historyTail } from './history-tail';
import type { TestClock } from './test-clock';

/** A journey whose time a test owns: its workflow on a server that skips time, and the clock of everything else. */
export interface TimedJourney {
  readonly client: Client;
  readonly journeyId: string;
  readonly clock: TestClock;
}

/** More than the timers of any journey: the server's own limit of 100 would stop in the middle. */
const SKIPS = 100_000;
/** A deadline, not a measure: many journeys may be moved on at once. */
const DEADLINE_MS = 300_000;
/** What a poll for the end of a fast-forward answers (temporal.api.enums.v1.FastForwardPollingResult). */
const REACHED = 2;
const FAILED = 3;

/**
 * Moves the test's clock and then the journey's workflow on by a duration, through every timer on the way, and resolves when
 * the workflow's time has arrived there. What the last timer set off may still be running: wait for its effect.
 */
export async function advance(journey: TimedJourney, duration: Duration): Promise<void> {
  journey.clock.skip(msToNumber(duration));
  await fastForward(journey, duration);
}

/** `advance` to a second past an instant, such as the `at` of a clock. */
export const advanceTo = (journey: TimedJourney, at: string | Date): Promise<void> =>
  advance(journey, new Date(at).getTime() - journey.clock.now().getTime() + 1_000);

/** Moves a workflow that was started anew, and so at real time, to where the test's clock stands. */
export const catchUp = (journey: TimedJourney): Promise<void> =>
  fastForward(journey, journey.clock.skippedMs);

async function fastForward({ client, journeyId }: TimedJourney, duration: Duration): Promise<void> {
  const workflowId = journeyWorkflowId(journeyId);
  if ((await skipTime(client, workflowId, duration)) === 'ended')
    throw new Error(`Workflow ${workflowId} ended before its time had arrived there.`);
}

/**
 * Moves any one workflow on by a duration. What the last timer set off may still be running. `ended`: a timer on the way was
 * the last thing it waited for. @throws Error when it could not be moved on for another reason
 */
export async function skipTime(
  client: Client,
  workflowId: string,
  duration: Duration,
): Promise<'arrived' | 'ended'> {
  const fastForwardId = randomUUID();
  const { namespace } = client.options;
  const workflowExecution = { workflowId }; // no run id: it goes on across continue-as-new
  const timeSkippingConfig = {
    enabled: true,
    maxSessionSkipCount: SKIPS,
    fastForwardConfig: { id: fastForwardId, duration: msToTs(duration) },
  };
  return client.withDeadline(Date.now() + DEADLINE_MS, async () => {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });
    for (;;) {
      const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution,
        fastForwardId,
      });
      if (answer.fastForwardPollingResult === REACHED) return 'arrived';
      if (answer.fastForwardPollingResult === FAILED) {
        const { status } = await client.workflow.getHandle(workflowId).describe();
        if (status.name !== 'RUNNING') return 'ended';
        throw new Error(
          `Workflow ${workflowId} could not be moved on: ${answer.failedReason}; ${await historyTail(client, workflowId)}`,
        );
      }
    }
  });
}
