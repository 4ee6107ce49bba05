import { TASK_QUEUE } from '@lotse/contracts';
import type { Client } from '@temporalio/client';

export interface Poller {
  readonly identity: string;
  /** When it last asked for a workflow task, by the server's clock. A waiting poll is renewed within a minute. */
  readonly lastPolledAt: Date;
}

const WORKFLOW_TASKS = 1;

/** The workers that ask for workflow tasks, as the server sees them: a worker that only believes it polls is not among them. */
export async function pollersOf(client: Client, taskQueue: string = TASK_QUEUE): Promise<Poller[]> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: WORKFLOW_TASKS,
  });
  return (pollers ?? []).map(({ identity, lastAccessTime }) => ({
    identity: identity ?? '',
    lastPolledAt: new Date(Number(lastAccessTime?.seconds ?? 0) * 1_000),
  }));
}
