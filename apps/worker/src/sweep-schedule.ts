import { SWEEP_SCHEDULE_ID, SWEEP_WORKFLOW, TASK_QUEUE } from '@lotse/contracts';
import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';

const SWEEP = {
  spec: { intervals: [{ every: '1 minute' }] },
  action: {
    type: 'startWorkflow',
    workflowType: SWEEP_WORKFLOW,
    workflowId: SWEEP_WORKFLOW,
    taskQueue: TASK_QUEUE,
    args: [],
  },
  // Sweeps missed while nothing ran need not be made up for: the next one sees everything.
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
} as const satisfies Omit<ScheduleOptions, 'scheduleId'>;

/** Makes the sweep's Schedule what this version wants it to be. Several workers may do so at once. */
export async function ensureSweepSchedule(client: Client): Promise<void> {
  try {
    await client.schedule.create({ scheduleId: SWEEP_SCHEDULE_ID, ...SWEEP });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(SWEEP_SCHEDULE_ID).update(({ state }) => ({ ...SWEEP, state }));
  }
}
