import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

const SHOWN = 15;

interface ShownEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly eventTime?: string;
  readonly workflowTaskFailedEventAttributes?: {
    readonly cause?: string;
    readonly failure?: { readonly message?: string };
  };
}

/**
 * The last events of a workflow's open run, with the cause where one failed, and the task it waits for an answer to: for the
 * message of a test that cannot go on.
 */
export async function historyTail(client: Client, workflowId: string): Promise<string> {
  const handle = client.workflow.getHandle(workflowId);
  const [history, { raw }] = await Promise.all([handle.fetchHistory(), handle.describe()]);
  const { events }: { readonly events: readonly ShownEvent[] } = JSON.parse(historyToJSON(history));
  const tail = events
    .slice(-SHOWN)
    .map(({ eventId, eventType, eventTime, workflowTaskFailedEventAttributes: failed }) =>
      [eventId, eventType, eventTime, failed?.cause, failed?.failure?.message].filter(Boolean).join(' '),
    );
  return `${tail.join(', ')}; pending: ${JSON.stringify(raw.pendingWorkflowTask ?? null)}`;
}
