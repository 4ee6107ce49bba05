import { journeyIdOf, journeyWorkflowId, TASK_QUEUE } from '@lotse/contracts';
import type { Client } from '@temporalio/client';
import { wakeJourney, type JourneyToWake } from './wake-journey';

/** An open workflow of a journey whose workflow task fails again and again: it answers nothing and fires no clock. */
export interface StuckJourney {
  readonly journeyId: string;
  readonly runId: string;
  /** Which attempt at its present task this is. Begins again with each signal, so a small number says nothing. */
  readonly attempt: number;
  /** Temporal's own code of the last failure, such as `WorkflowTaskFailedCauseWorkflowWorkerUnhandledFailure`. */
  readonly cause: string;
}

/**
 * Temporal marks a run after so many failures since its last success; our own server is told so in its dynamic configuration. The
 * attempt alone would not do: every wake begins a new task, so a stuck journey on which people work never came to its fourth.
 */
export const STUCK_AFTER_FAILURES = 3;

/** Set by the server itself (1.30 and later) and taken away with the first task that succeeds. */
const PROBLEMS = 'TemporalReportedProblems';
const QUERY = `ExecutionStatus = 'Running' AND ${PROBLEMS} IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
const CAUSE = /^cause=/;

/**
 * The journeys whose workflow is stuck. One list of what the server marked, then each is asked itself, since the list lags
 * behind; so the cost is that of the stuck ones and not of all that are open.
 */
export async function stuckJourneys(client: Client): Promise<StuckJourney[]> {
  const stuck: StuckJourney[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: QUERY })) {
    const journeyId = journeyIdOf(workflowId);
    if (journeyId === undefined) continue;
    const { raw, status, searchAttributes } = await client.workflow.getHandle(workflowId, runId).describe();
    const problems = (searchAttributes[PROBLEMS] ?? []).map(String);
    if (status.name !== 'RUNNING' || problems.length === 0) continue;
    stuck.push({
      journeyId,
      runId,
      attempt: raw.pendingWorkflowTask?.attempt ?? 0,
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
