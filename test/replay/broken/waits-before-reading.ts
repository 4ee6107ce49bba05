import { proxyLocalActivities, sleep } from '@temporalio/workflow';

const { observeJourney } = proxyLocalActivities<{ observeJourney(input: unknown): Promise<unknown> }>({
  startToCloseTimeout: '5 seconds',
});

/** Broken on purpose: a timer where the recorded runs read first. */
async function waitsBeforeReading(run: unknown): Promise<void> {
  await sleep('1 day');
  await observeJourney(run);
}

export {
  waitsBeforeReading as commitment,
  waitsBeforeReading as contract,
  waitsBeforeReading as integrationFollowUp,
  waitsBeforeReading as internship,
  waitsBeforeReading as universitySelection,
};
