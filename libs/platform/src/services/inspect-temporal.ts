import { TASK_QUEUE } from '@lotse/contracts';
import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { searchAttributeStates, type SearchAttributeState } from './search-attributes';
import { reasonOf } from './service-error';
import { connectFrontend } from './temporal-frontend';

/** A worker that asked the journeys' task queue for work. */
export interface PollerReport {
  readonly identity: string;
  /** When it last asked, as an ISO instant. */
  readonly lastSeen: string;
  /** True when it asked so lately that it must be waiting for work now. */
  readonly polling: boolean;
}

/** A Temporal server as it answers. */
export interface TemporalReport {
  readonly address: string;
  readonly namespace: string;
  /** Undefined where it does not answer. */
  readonly version: string | undefined;
  readonly taskQueue: string;
  readonly pollers: readonly PollerReport[];
  readonly searchAttributes: readonly SearchAttributeState[];
  readonly searchAttributesOk: boolean;
  readonly problem?: string;
}

/** A poll waits up to a minute for work; who asked longer ago is gone, though the server still lists it. */
const pollingWithin = 70_000;

/** Asks the server at this address; never throws. */
export async function inspectTemporal(
  address: string,
  namespace: string,
  env: NodeJS.ProcessEnv,
): Promise<TemporalReport> {
  const silent = { address, namespace, version: undefined, taskQueue: TASK_QUEUE, pollers: [] };
  try {
    const connection = await connectFrontend(address, env, 5_000);
    try {
      const searchAttributes = await searchAttributeStates(connection, namespace);
      return {
        ...silent,
        version: (await connection.workflowService.getSystemInfo({})).serverVersion ?? undefined,
        pollers: await pollersOf(connection, namespace),
        searchAttributes,
        searchAttributesOk: searchAttributes.every(({ found, expected }) => found === expected),
      };
    } finally {
      await connection.close();
    }
  } catch (error) {
    return { ...silent, searchAttributes: [], searchAttributesOk: false, problem: reasonOf(error) };
  }
}

async function pollersOf(connection: Connection, namespace: string): Promise<PollerReport[]> {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: TASK_QUEUE },
    taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  return (pollers ?? []).map(({ identity, lastAccessTime }) => {
    const at = Number(lastAccessTime?.seconds ?? 0) * 1_000;
    return {
      identity: identity ?? '',
      lastSeen: new Date(at).toISOString(),
      polling: Date.now() - at < pollingWithin,
    };
  });
}
