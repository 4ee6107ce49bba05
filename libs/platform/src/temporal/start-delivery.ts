import { DELIVERY_WORKFLOW, deliveryWorkflowId, TASK_QUEUE } from '@lotse/contracts';
import type { Client } from '@temporalio/client';

/**
 * Starts the delivery of one row of the outbox; one that is under way goes on. Harmless to repeat: a delivery looks first
 * whether the row is still to be delivered. @throws gRPC errors of the SDK
 */
export async function startDelivery(
  client: Client,
  outboxId: string,
  taskQueue: string = TASK_QUEUE,
): Promise<void> {
  await client.workflow.start(DELIVERY_WORKFLOW, {
    workflowId: deliveryWorkflowId(outboxId),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue,
    args: [{ outboxId }],
  });
}
