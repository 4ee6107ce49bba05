import { proxyLocalActivities } from '@temporalio/workflow';

const { observeJourney, fireClock } = proxyLocalActivities<{
  observeJourney(input: unknown): Promise<unknown>;
  fireClock(input: unknown): Promise<unknown>;
}>({ startToCloseTimeout: '5 seconds' });

/** Broken on purpose: reads as recorded, then fires at once instead of showing itself in lists and waiting. */
async function firesBeforeWaiting(run: unknown): Promise<void> {
  await observeJourney(run);
  await fireClock(run);
}

export {
  firesBeforeWaiting as commitment,
  firesBeforeWaiting as contract,
  firesBeforeWaiting as integrationFollowUp,
  firesBeforeWaiting as internship,
  firesBeforeWaiting as universitySelection,
};
