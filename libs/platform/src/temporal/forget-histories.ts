import type { Client } from '@temporalio/client';

const NOT_FOUND = 5;

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === NOT_FOUND;

/** What Lotse's own ids are made of; they go into a query. */
const PLAIN = /^[A-Za-z0-9._/-]+$/;

async function forget(client: Client, workflowId: string, runId: string): Promise<boolean> {
  try {
    await client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId, runId },
    });
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/**
 * Deletes the history of every run of these workflows, open ones too. The server does it in the background, within seconds. Answers how
 * many runs there were; harmless to repeat. @throws gRPC errors of the SDK
 */
export async function forgetHistories(client: Client, workflowIds: readonly string[]): Promise<number> {
  let forgotten = 0;
  for (const workflowId of workflowIds) {
    if (!PLAIN.test(workflowId))
      throw new TypeError('The id of a workflow holds a character that no id of Lotse has');
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
      if (await forget(client, workflowId, runId)) forgotten += 1;
  }
  return forgotten;
}
