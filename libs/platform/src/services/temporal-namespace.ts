import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { reasonOf, ServiceError } from './service-error';

const alreadyExists = 6;
const notFound = 5;
/** How long closed workflows stay readable, in days. They can be rebuilt from the facts at any time. */
const retentionDays = 30;

/** Registers the namespace unless it is there; safe to repeat. Resolves when the server knows it everywhere. */
export async function registerNamespace(connection: Connection, namespace: string): Promise<void> {
  if (await isKnown(connection, namespace)) return;
  try {
    const workflowExecutionRetentionPeriod = msToTs(retentionDays * 24 * 60 * 60 * 1000);
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } catch (error) {
    if (codeOf(error) !== alreadyExists) {
      const message = `The namespace ${namespace} could not be registered: ${reasonOf(error)}.`;
      throw new ServiceError(
        'temporal-failed',
        message,
        'Create it by hand or grant the right to do so.',
        error,
      );
    }
  }
  await untilKnown(connection, namespace);
}

async function isKnown(connection: Connection, namespace: string): Promise<boolean> {
  try {
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace });
    return namespaceInfo?.state === temporal.api.enums.v1.NamespaceState.NAMESPACE_STATE_REGISTERED;
  } catch (error) {
    if (codeOf(error) === notFound) return false;
    throw error;
  }
}

/** Describing reads the database; everything else goes through a cache that learns of the namespace a little later. */
async function untilKnown(connection: Connection, namespace: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
