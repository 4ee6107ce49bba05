import { journeyIdOf, journeyQuery, journeyWorkflowId } from '@lotse/contracts';
import { WorkflowNotFoundError } from '@temporalio/common';
import type { TemporalClient } from '../lotse/temporal';

/** Ids of the journeys whose workflow is listed as running. The list may lag behind by moments. */
export async function listedAsRunning(client: TemporalClient): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` })) {
    const journey = journeyIdOf(workflowId);
    if (journey !== undefined) ids.add(journey);
  }
  return ids;
}

/** Whether the journey's workflow runs at this moment, by the server's own record of it. */
export async function isRunning(client: TemporalClient, journey: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(journeyWorkflowId(journey)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** The version that the journey's workflow last read, asked of the workflow itself; undefined when it does not answer. */
export async function versionRead(client: TemporalClient, journey: string): Promise<number | undefined> {
  try {
    const { version } = await client.workflow.getHandle(journeyWorkflowId(journey)).query(journeyQuery);
    return version;
  } catch {
    // No worker, a workflow task that fails, or an end just now: each is told as "does not answer".
    return undefined;
  }
}
