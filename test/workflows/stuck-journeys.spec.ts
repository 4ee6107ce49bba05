import { journeyWorkflowId, wakeSignal } from '@lotse/contracts';
import {
  connectTemporal,
  createErrorLogger,
  lookAtTemporal,
  parseMasterKey,
  restartStuckJourney,
  stuckJourneys,
  type StuckJourney,
} from '@lotse/platform';
import { eventually, TEST_MASTER_KEY, testServices, type TimedJourney } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { HealthServer } from '../../apps/worker/src/health';
import { stuckGauges, StuckWatch } from '../../apps/worker/src/stuck-watch';
import { clockIn, startPhaseTest, type PhaseTest } from './phase-test';

jest.setTimeout(240_000);

/** The product promises to see it by then. */
const FOUND_WITHIN_MS = 120_000;

describe('a journey whose workflow was told what cannot be decoded', () => {
  let test: PhaseTest;
  let stranger: Client;
  let journey: TimedJourney;
  let other: TimedJourney;

  async function begun(): Promise<TimedJourney> {
    const one = test.newJourney();
    const clocks = [clockIn(30, 'reminder', one.clock.now())];
    const state = { stage: 'NOM', phase: 'universitySelection', open: true, clocks } as const;
    await test.hasRead(one, test.journeys.change(one.journeyId, state), () => test.wake(one));
    return one;
  }
  const found = async ({ journeyId }: TimedJourney): Promise<StuckJourney | undefined> =>
    (await stuckJourneys(test.worker.client)).find((stuck) => stuck.journeyId === journeyId);

  beforeAll(async () => {
    test = await startPhaseTest();
    const { temporalAddress, namespace } = testServices();
    stranger = await connectTemporal({
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_MASTER_KEY: parseMasterKey(randomBytes(32).toString('base64')),
    });
    journey = await begun();
    other = await begun();
    expect(await found(journey)).toBeUndefined();
    await stranger.workflow
      .getHandle(journeyWorkflowId(journey.journeyId))
      .signal(wakeSignal, { version: 2 });
    // A name that no workflow knows harms nobody.
    await test.handleOf(other).signal('no-such-signal', {});
  });
  afterAll(async () => {
    await stranger.connection.close();
    await test.stop();
  });

  it('is found within two minutes and told by the worker, even while it is woken again and again; others go on', async () => {
    const stuck = await eventually(
      async () => {
        await test.wake(journey);
        return found(journey);
      },
      (seen) => seen !== undefined,
      FOUND_WITHIN_MS,
    );
    expect(stuck).toMatchObject({ cause: expect.stringMatching(/^WorkflowTask(Failed|TimedOut)Cause/) });
    expect(await found(other)).toBeUndefined();
    const { temporalAddress, namespace } = testServices();
    const look = await lookAtTemporal({
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    });
    const named = look.answers ? look.stuck.map(({ journeyId }) => journeyId) : [];
    expect(named).toContain(journey.journeyId);
    expect(named).not.toContain(other.journeyId);
    const version = test.journeys.change(other.journeyId, test.journeys.viewOf(other.journeyId));
    await test.hasRead(other, version, () => test.wake(other));

    const logger = createErrorLogger({ process: 'test-worker', level: 'fatal' });
    const watch = new StuckWatch(test.worker.client, logger, stuckJourneys, 100);
    const health = new HealthServer(
      {},
      stuckGauges(() => watch.seen),
    );
    const port = await health.listen(0);
    const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(await metrics()).not.toContain('lotse_journeys_stuck ');
    watch.start();
    await eventually(metrics, (text) => /^lotse_journeys_stuck [1-9]/m.test(text));
    await watch.stop();
    await health.close();
  });

  it('has a workflow again after a restart, which reads what the database holds and is stuck no more', async () => {
    const stuck = await eventually(
      () => found(journey),
      (seen) => seen !== undefined,
      FOUND_WITHIN_MS,
    );
    const view = test.journeys.viewOf(journey.journeyId);
    const version = test.journeys.change(journey.journeyId, view);
    await restartStuckJourney(
      test.worker.client,
      { runId: stuck?.runId ?? '' },
      { journeyId: journey.journeyId, version, phase: view.phase },
      test.worker.taskQueue,
    );
    await test.hasRead(journey, version);
    await eventually(
      () => found(journey),
      (seen) => seen === undefined,
    );
  });
});
