import { journeyQuery, journeyWorkflowId, type OpenClock } from '@lotse/contracts';
import { connectTemporal, parseMasterKey, stuckJourneys, wakeJourney } from '@lotse/platform';
import {
  eventually,
  FakeJourneys,
  startTestWorker,
  TEST_MASTER_KEY,
  testServices,
  type TimedJourney,
} from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { randomBytes, randomUUID } from 'node:crypto';
import { clockIn, startPhaseTest, type PhaseTest } from './phase-test';

jest.setTimeout(240_000);

/** The product promises to see it by then. */
const FOUND_WITHIN_MS = 120_000;
const STAGE = { stage: 'NOM', phase: 'universitySelection', open: true } as const;

describe('a payload that is too large', () => {
  let test: PhaseTest;
  let other: TimedJourney;

  const change = (one: TimedJourney, clocks: readonly OpenClock[] = []): number =>
    test.journeys.change(one.journeyId, { ...STAGE, clocks });
  async function begun(): Promise<TimedJourney> {
    const one = test.newJourney();
    await test.hasRead(one, change(one), () => test.wake(one));
    return one;
  }
  const goesOn = async (one: TimedJourney): Promise<void> => {
    const version = change(one, [clockIn(30, 'reminder', one.clock.now())]);
    const { clocks } = await test.hasRead(one, version, () => test.wake(one));
    expect(clocks).toHaveLength(1);
  };
  const isStuck = async ({ journeyId }: TimedJourney): Promise<boolean> =>
    (await stuckJourneys(test.worker.client)).some((stuck) => stuck.journeyId === journeyId);
  const becomesStuck = (one: TimedJourney, isIt = true): Promise<boolean> =>
    eventually(
      () => isStuck(one),
      (seen) => seen === isIt,
      FOUND_WITHIN_MS,
    );

  beforeAll(async () => {
    test = await startPhaseTest();
    other = await begun();
  });
  afterAll(() => test.stop());

  it('is not taken with a signal beyond the limit of Temporal; one just below it does no harm', async () => {
    const journey = await begun();
    const ballast = (bytes: number) => ({ version: 1, ballast: randomBytes(bytes).toString('hex') });
    await expect(test.handleOf(journey).signal('wake.v1', ballast(1_500_000))).rejects.toThrow();
    await test.handleOf(journey).signal('wake.v1', ballast(700_000));
    await goesOn(journey);
    expect(await isStuck(journey)).toBe(false);
  });

  it('stops one journey when the answer to its own reading is too large, is found, and is over when that is small again', async () => {
    const journey = await begun();
    const many = Array.from({ length: 40_000 }, (_, n) => clockIn(30 + n, `clock-${n}`, journey.clock.now()));
    change(journey, many);
    await test.wake(journey);
    await becomesStuck(journey);
    await goesOn(other);
    await goesOn(journey);
    await becomesStuck(journey, false);
  });
});

describe('a journey whose worker has another key', () => {
  const taskQueue = `test-${randomUUID()}`;
  const journeyId = randomUUID();
  const journeys = new FakeJourneys(() => Promise.resolve());
  let client: Client;

  const told = async (): Promise<number> => {
    const version = journeys.change(journeyId, { ...STAGE, clocks: [] });
    await wakeJourney(client, { journeyId, version, phase: STAGE.phase }, taskQueue);
    return version;
  };
  const hasRead = (version: number): Promise<unknown> =>
    eventually(
      () =>
        client.workflow
          .getHandle(journeyWorkflowId(journeyId))
          .query(journeyQuery)
          .catch(() => null),
      (status) => status !== null && status.version >= version,
      FOUND_WITHIN_MS,
    );

  beforeAll(async () => {
    const { temporalAddress, namespace } = testServices();
    client = await connectTemporal({
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY,
    });
  });
  afterAll(() => client.connection.close());

  it('is found, and goes on when the right one is back', async () => {
    const right = await startTestWorker(journeys, taskQueue);
    await hasRead(await told());
    await right.stop();

    const otherKey = parseMasterKey(randomBytes(32).toString('base64'));
    const mistaken = await startTestWorker(journeys, taskQueue, undefined, otherKey);
    const version = await told();
    await eventually(
      () => stuckJourneys(client),
      (stuck) => stuck.some((one) => one.journeyId === journeyId),
      FOUND_WITHIN_MS,
    );
    await mistaken.stop();

    const again = await startTestWorker(journeys, taskQueue);
    await told();
    await hasRead(version);
    await again.stop();
  });
});
