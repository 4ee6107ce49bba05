import type { JourneyActivities } from '@lotse/contracts';
import { proxyLocalActivities } from '@temporalio/workflow';

/**
 * Retried without end and without a limit on the whole: an exhausted local activity would end the journey's workflow as
 * failed. Back-off beyond the threshold becomes a timer in the history, so an outage of days costs one task each half minute.
 * An attempt that is given up goes on in the worker beside the next one, so the time-out is far beyond a slow answer.
 */
export const { observeJourney, fireClock } = proxyLocalActivities<JourneyActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
