import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

const SHOWN = 15;

interface ShownEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly workflowTaskFailedEventAttributes?: {
    readonly cause?: string;
    readonly failure?: { readonly message?: string };
  };
}

/** The last events of a workflow's open run, with the cause where one failed, for the message of a test that cannot go on. */
export async function historyTail(client: Client, workflowId: string): Promise<string> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  const { events }: { readonly events: readonly ShownEvent[] } = JSON.parse(historyToJSON(history));
  return events
    .slice(-SHOWN)
    .map(({ eventId, eventType, workflowTaskFailedEventAttributes: failed }) =>
      [eventId, eventType, failed?.cause, failed?.failure?.message].filter(Boolean).join(' '),
    )
    .join(', ');
}
