import { journeyIdOf, journeyWorkflowId, TASK_QUEUE } from '@lotse/contracts';
import type { Client } from '@temporalio/client';
import { wakeJourney, type JourneyToWake } from './wake-journey';

/** An open workflow of a journey whose workflow task fails again and again: it answers nothing and fires no clock. */
export interface StuckJourney {
  readonly journeyId: string;
  readonly runId: string;
  /** How often the present workflow task was tried; more than three. */
  readonly attempt: number;
  /** Since when the workflow has been waiting for that task, as an ISO instant. */
  readonly since: string;
  /** Temporal's own code of the last failure, such as `WorkflowTaskFailedCauseWorkflowWorkerUnhandledFailure`. */
  readonly cause: string;
}

/** Temporal marks a run after so many failures in a row; our own server is told so in its dynamic configuration. */
export const STUCK_AFTER_FAILURES = 3;

/** Set by the server itself (1.30 and later) and taken away with the first task that succeeds. */
const PROBLEMS = 'TemporalReportedProblems';
const QUERY = `ExecutionStatus = 'Running' AND ${PROBLEMS} IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
const CAUSE = /^cause=/;

/**
 * The journeys whose workflow is stuck. One list of what the server marked, then each is asked itself, so that the cost is that
 * of the stuck ones and not of all that are open. A server that was only busy is in no list any more.
 */
export async function stuckJourneys(client: Client): Promise<StuckJourney[]> {
  const stuck: StuckJourney[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: QUERY })) {
    const journeyId = journeyIdOf(workflowId);
    if (journeyId === undefined) continue;
    const { raw, status, searchAttributes } = await client.workflow.getHandle(workflowId, runId).describe();
    const task = raw.pendingWorkflowTask;
    const attempt = task?.attempt ?? 0;
    if (status.name !== 'RUNNING' || attempt <= STUCK_AFTER_FAILURES) continue;
    const problems = (searchAttributes[PROBLEMS] ?? []).map(String);
    stuck.push({
      journeyId,
      runId,
      attempt,
      since: new Date(Number(task?.originalScheduledTime?.seconds ?? 0) * 1_000).toISOString(),
      cause: problems.find((problem) => CAUSE.test(problem))?.replace(CAUSE, '') ?? 'unknown',
    });
  }
  return stuck;
}

/**
 * Gives a stuck journey a new workflow, which reads everything from the database: ends the present run with its history and what it
 * was told, and wakes the journey. Nothing is lost, since a workflow knows nothing that the facts do not.
 */
export async function restartStuckJourney(
  client: Client,
  { runId }: Pick<StuckJourney, 'runId'>,
  journey: JourneyToWake,
  taskQueue: string = TASK_QUEUE,
): Promise<void> {
  await client.workflow.getHandle(journeyWorkflowId(journey.journeyId), runId).terminate('stuck');
  await wakeJourney(client, journey, taskQueue);
}
