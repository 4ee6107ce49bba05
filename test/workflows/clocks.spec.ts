import { advance, advanceTo, eventually, type TimedJourney } from '@lotse/testing';
import { clockIn, startPhaseTest, type PhaseTest } from './phase-test';

jest.setTimeout(60_000);

describe('the clocks of a journey', () => {
  let test: PhaseTest;
  beforeAll(async () => (test = await startPhaseTest()));
  afterAll(() => test.stop());

  const firedOf = ({ journeyId }: TimedJourney): string[] =>
    test.journeys.fired.filter((line) => line.startsWith(journeyId)).map((line) => line.split(' ')[1] ?? '');
  const haveFired = async (journey: TimedJourney, codes: readonly string[]): Promise<void> => {
    await eventually(
      () => firedOf(journey),
      (fired) => fired.length >= codes.length,
    );
    expect(firedOf(journey)).toEqual(codes);
  };
  async function nominatedWith(days: Readonly<Record<string, number>>): Promise<TimedJourney> {
    const journey = test.newJourney();
    const clocks = Object.entries(days).map(([code, due]) => clockIn(due, code, journey.clock.now()));
    const state = { stage: 'NOM', phase: 'universitySelection', open: true, clocks } as const;
    await test.hasRead(journey, test.journeys.change(journey.journeyId, state), () => test.wake(journey));
    return journey;
  }
  const dueOf = ({ journeyId }: TimedJourney, code: string): string =>
    test.journeys.viewOf(journeyId).clocks.find((clock) => clock.code === code)?.at ?? '';

  it('fire once each, in the order they are due', async () => {
    const journey = await nominatedWith({ first: 7, second: 14, third: 14, fourth: 400 });
    expect(firedOf(journey)).toEqual([]);
    await advanceTo(journey, dueOf(journey, 'first'));
    await haveFired(journey, ['first']);
    await advanceTo(journey, dueOf(journey, 'second'));
    await haveFired(journey, ['first', 'second', 'third']);
    await advance(journey, '500 days');
    await haveFired(journey, ['first', 'second', 'third', 'fourth']);
    await advance(journey, '500 days');
    await haveFired(journey, ['first', 'second', 'third', 'fourth']);
  });

  it('fire once when wakes come twice and in the wrong order', async () => {
    const journey = await nominatedWith({ first: 7, second: 14 });
    await Promise.all([3, 1, 2, 9, 1, 9].map((version) => test.wake(journey, version)));
    await advance(journey, '8 days');
    await Promise.all([2, 1, 2].map((version) => test.wake(journey, version)));
    await advance(journey, '8 days');
    await haveFired(journey, ['first', 'second']);
    await test.hasRead(journey, 3);
  });

  it('fire once when every wake was lost and the sweep finds the journey', async () => {
    const journey = await nominatedWith({ first: 7 });
    const clocks = [
      clockIn(3, 'earlier', journey.clock.now()),
      ...test.journeys.viewOf(journey.journeyId).clocks,
    ];
    const version = test.journeys.change(journey.journeyId, {
      ...test.journeys.viewOf(journey.journeyId),
      clocks,
    });
    await test.hasRead(journey, version, () => test.sweep());
    await advance(journey, '4 days');
    await haveFired(journey, ['earlier']);
    await advance(journey, '4 days');
    await haveFired(journey, ['earlier', 'first']);
  });

  it('move with a correction and do not fire at the old date', async () => {
    const journey = await nominatedWith({ reminder: 7 });
    const later = [clockIn(30, 'reminder', journey.clock.now())];
    const version = test.journeys.change(journey.journeyId, {
      ...test.journeys.viewOf(journey.journeyId),
      clocks: later,
    });
    await test.hasRead(journey, version, () => test.wake(journey));
    await advance(journey, '20 days');
    expect(firedOf(journey)).toEqual([]);
    await advance(journey, '11 days');
    await haveFired(journey, ['reminder']);
  });

  it('are checked again when they fire: one that a change took away in the meantime does not', async () => {
    const journey = await nominatedWith({ reminder: 7 });
    test.journeys.change(journey.journeyId, { ...test.journeys.viewOf(journey.journeyId), clocks: [] });
    await advance(journey, '8 days');
    await test.hasRead(journey, 2);
    expect(firedOf(journey)).toEqual([]);
  });

  it('wait for a database that is away and fire once when it is back', async () => {
    const journey = await nominatedWith({ reminder: 7 });
    test.journeys.failure = new Error('the database is away');
    const arrival = advance(journey, '8 days'); // time stands still while the activity is being tried again
    await eventually(
      () => test.journeys.refused,
      (refused) => refused > 2,
    );
    test.journeys.failure = undefined;
    await arrival;
    await haveFired(journey, ['reminder']);
  });

  it('that the door will not fire though it lists them are asked once per version, not for ever', async () => {
    const journey = await nominatedWith({ reminder: 7 });
    test.journeys.refusesClocks = true;
    await advance(journey, '8 days');
    await eventually(
      () => test.journeys.reads.get(journey.journeyId)?.length ?? 0,
      (reads) => reads > 1,
    );
    await test.described(journey, ({ raw }) => !raw.pendingWorkflowTask); // it waits; it would else never come to rest
    test.journeys.refusesClocks = false;
    const version = test.journeys.change(journey.journeyId, test.journeys.viewOf(journey.journeyId));
    await test.wake(journey, version);
    await haveFired(journey, ['reminder']);
  });
});
