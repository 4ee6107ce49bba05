import {
  TASK_QUEUE,
  type DeliveryActivities,
  type JourneyActivities,
  type SweepActivities,
} from '@lotse/contracts';
import type { NativeConnection, Worker } from '@temporalio/worker';
import type { MasterKey } from '../keys/master-key';
import { dataConverter } from './data-converter';

export interface JourneyWorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly masterKey: MasterKey;
  readonly bundle: { readonly code: string };
  /** Those of deliveries only where there is a way to deliver. */
  readonly activities: JourneyActivities & SweepActivities & Partial<DeliveryActivities>;
  /** How it appears among the pollers; `lotse doctor` and readiness look for it. */
  readonly identity: string;
  /** The queue of the product unless given; tests that share a server have their own. */
  readonly taskQueue?: string;
}

/** Workflow runs kept in memory between tasks; about 600 fit into a gigabyte of heap. */
const CACHED_WORKFLOWS = 500;
/**
 * Each holds one database connection at most for a few milliseconds. No more workflow tasks are taken at once than there are
 * local activities for them: whatever waits, waits at the server, where its time does not run. On a machine that cannot keep
 * up, tasks taken too early pass their time-out, are read anew, and load the machine the more.
 */
const AT_ONCE = 16;
/** Sweeps, and deliveries that wait for a slow mail server: journeys never wait for one of these. */
const REMOTE_ACTIVITIES = 12;

/** A worker for journeys and sweeps. It polls once `run()` is called; `shutdown()` lets what is under way end first. */
export async function createJourneyWorker(options: JourneyWorkerOptions): Promise<Worker> {
  const { Worker } = await import('@temporalio/worker');
  return Worker.create({
    connection: options.connection,
    namespace: options.namespace,
    taskQueue: options.taskQueue ?? TASK_QUEUE,
    identity: options.identity,
    workflowBundle: options.bundle,
    activities: { ...options.activities },
    dataConverter: dataConverter(options.masterKey),
    maxCachedWorkflows: CACHED_WORKFLOWS,
    maxConcurrentWorkflowTaskExecutions: AT_ONCE,
    maxConcurrentLocalActivityExecutions: AT_ONCE,
    maxConcurrentActivityTaskExecutions: REMOTE_ACTIVITIES,
    shutdownGraceTime: '8 seconds',
    shutdownForceTime: '15 seconds',
  });
}
