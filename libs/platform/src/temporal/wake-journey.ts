import { journeyWorkflowId, TASK_QUEUE, wakeSignal, type JourneyWorkflow } from '@lotse/contracts';
import { PHASES } from '@lotse/domain';
import type { Client } from '@temporalio/client';

export interface JourneyToWake {
  readonly journeyId: string;
  readonly version: number;
  /** Phase of the journey's stage now: the workflow type of a run that has to be started. */
  readonly phase: string;
}

/** A phase that this version of the software has no workflow for; a newer worker may know it. */
export class PhaseUnknownError extends Error {
  override readonly name = 'PhaseUnknownError';
  readonly code = 'phase-unknown';

  constructor(journeyId: string, phase: string) {
    super(`Journey ${journeyId} is in phase ${phase}, for which there is no workflow; upgrade the worker.`);
  }
}

/**
 * Signals the journey's workflow, starting it where none is open: a reopened journey starts anew, and a wake for a closed
 * one starts a run that ends at once. Harmless to repeat. @throws PhaseUnknownError, and gRPC errors of the SDK.
 */
export async function wakeJourney(
  client: Client,
  { journeyId, version, phase }: JourneyToWake,
  taskQueue: string = TASK_QUEUE,
): Promise<void> {
  if (!PHASES.some((known) => known === phase)) throw new PhaseUnknownError(journeyId, phase);
  await client.workflow.signalWithStart<JourneyWorkflow, [{ readonly version: number }]>(phase, {
    workflowId: journeyWorkflowId(journeyId),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue,
    args: [{ journeyId }],
    signal: wakeSignal,
    signalArgs: [{ version }],
  });
}
