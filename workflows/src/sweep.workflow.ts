import type { SweepActivities } from '@lotse/contracts';
import { proxyActivities } from '@temporalio/workflow';

/** A sweep that cannot reach the database gives up soon: the Schedule starts the next one. */
const { sweepLagging } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '20 seconds' },
});

/** One pass over the journeys whose workflow lags behind the database, started by the Schedule. Answers how many it woke. */
export const sweep = (): Promise<number> => sweepLagging({ now: new Date().toISOString() });
