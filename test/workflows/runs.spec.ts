import { journeyWorkflowId } from '@lotse/contracts';
import type { Phase, Role } from '@lotse/domain';
import { eventually, type TimedJourney } from '@lotse/testing';
import type { WorkflowExecutionDescription } from '@temporalio/client';
import { clockIn, startPhaseTest, type PhaseTest } from './phase-test';

jest.setTimeout(60_000);

describe('the runs of a journey', () => {
  let test: PhaseTest;
  beforeAll(async () => (test = await startPhaseTest()));
  afterAll(() => test.stop());

  const goTo = (journey: TimedJourney, stage: string, phase: Phase, open = true): number =>
    test.journeys.change(journey.journeyId, { stage, phase, open, clocks: [] });
  const isEnded = (seen: { readonly status: { readonly name: string } }): boolean =>
    seen.status.name === 'COMPLETED';

  /** Types of all runs from the first to the newest. */
  async function typesOf({ client, journeyId }: TimedJourney): Promise<string[]> {
    const types: string[] = [];
    let runId: string | undefined;
    do {
      const description = await client.workflow.getHandle(journeyWorkflowId(journeyId), runId).describe();
      types.unshift(description.type);
      const { events } = await client.workflow
        .getHandle(journeyWorkflowId(journeyId), description.runId)
        .fetchHistory();
      runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
    } while (runId !== '');
    return types;
  }

  it('follow the stages: a new run for each, of the type of its phase, under one workflow id', async () => {
    const journey = test.newJourney();
    goTo(journey, 'NOM', 'universitySelection');
    await test.hasRead(journey, 1, () => test.wake(journey));
    const stages = {
      SEL: 'universitySelection',
      COM: 'commitment',
      MAT: 'internship',
      RET: 'contract',
      EMP: 'integrationFollowUp',
    } as const;
    for (const [stage, phase] of Object.entries(stages)) {
      const version = goTo(journey, stage, phase);
      await test.hasRead(journey, version, () => test.wake(journey));
      await test.described(journey, ({ type }) => type === phase);
      expect((await test.status(journey)).stage).toBe(stage);
    }
    expect(await typesOf(journey)).toEqual(['universitySelection', ...Object.values(stages)]);
  });

  it('start with the right type when the journey moved on before its first wake arrived', async () => {
    const journey = test.newJourney();
    goTo(journey, 'NOM', 'universitySelection');
    await test.wake({ ...journey }); // types are chosen at the wake
    const version = goTo(journey, 'MAT', 'internship');
    await test.hasRead(journey, version, () => test.wake(journey));
    await test.described(journey, ({ type }) => type === 'internship');
  });

  it('stay one run while only facts inside the stage change', async () => {
    const journey = test.newJourney();
    goTo(journey, 'INT', 'internship');
    await test.hasRead(journey, 1, () => test.wake(journey));
    for (const _ of [1, 2, 3])
      await test.hasRead(journey, goTo(journey, 'INT', 'internship'), () => test.wake(journey));
    expect(await typesOf(journey)).toEqual(['internship']);
  });

  it('end when the journey is closed, and a late wake for it ends at once', async () => {
    const journey = test.newJourney();
    goTo(journey, 'COM', 'commitment');
    await test.hasRead(journey, 1, () => test.wake(journey));
    goTo(journey, 'COM', 'commitment', false);
    await test.wake(journey);
    const { runId } = await test.described(journey, isEnded);
    await test.wake(journey);
    const late = await test.described(journey, (seen) => isEnded(seen) && seen.runId !== runId);
    expect(late.type).toBe('commitment');
  });

  it('begin again when a closed journey is reopened', async () => {
    const journey = test.newJourney();
    goTo(journey, 'COM', 'commitment', false);
    await test.wake(journey);
    await test.described(journey, isEnded);
    const version = goTo(journey, 'COM', 'commitment');
    await test.wake(journey);
    await test.described(journey, ({ status }) => status.name === 'RUNNING');
    expect((await test.hasRead(journey, version)).stage).toBe('COM');
  });

  it('end for a journey that the database does not have', async () => {
    const journey = test.newJourney();
    goTo(journey, 'NOM', 'universitySelection');
    await test.hasRead(journey, 1, () => test.wake(journey));
    const wake = test.wake(journey, 5);
    test.journeys.forget(journey.journeyId);
    await wake;
    await test.described(journey, isEnded);
  });

  it('read once more before they leave when a wake came while they read, and then leave', async () => {
    const journey = test.newJourney();
    goTo(journey, 'COM', 'commitment');
    await test.hasRead(journey, 1, () => test.wake(journey));
    goTo(journey, 'COM', 'commitment', false);
    test.journeys.failure = new Error('the database is away'); // so that the read lasts until the wake has come through
    await test.wake(journey);
    await eventually(
      () => test.journeys.refused,
      (refused) => refused > 1,
    );
    await test.wake(journey, 99); // a version that will never be
    await eventually(
      () => signalsOf(journey),
      (signals) => signals === 3,
    );
    test.journeys.failure = undefined;
    await test.described(journey, isEnded);
    expect(test.journeys.reads.get(journey.journeyId)).toEqual([1, 2, 2]);
  });

  async function signalsOf(journey: TimedJourney): Promise<number> {
    const { events } = await test.handleOf(journey).fetchHistory();
    return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes).length;
  }

  it('are not harmed by a wake that says nothing', async () => {
    const journey = test.newJourney();
    goTo(journey, 'COM', 'commitment');
    await test.hasRead(journey, 1, () => test.wake(journey));
    await test.handleOf(journey).signal('wake.v1');
    await test.handleOf(journey).signal('wake.v1', { version: 'new' });
    const version = goTo(journey, 'COM', 'commitment');
    await test.hasRead(journey, version, () => test.wake(journey));
  });

  it('show programme, stage, next due instant and who is waited for in lists', async () => {
    const journey = test.newJourney();
    const clocks = [clockIn(7, 'first', journey.clock.now()), clockIn(9, 'second', journey.clock.now())];
    const selection = { stage: 'SEL', phase: 'universitySelection', open: true, clocks } as const;
    const waitingOn: readonly Role[] = ['coordinator', 'assessor'];
    const version = test.journeys.change(journey.journeyId, { ...selection, waitingOn });
    await test.hasRead(journey, version, () => test.wake(journey));
    expect(await shownBy(journey, 'SEL')).toEqual({
      Programme: 'programme-1',
      Stage: 'SEL',
      WaitingOn: waitingOn,
      NextDue: new Date(clocks[0]!.at),
    });
    const query = `Stage = "SEL" and WaitingOn = "assessor" and WorkflowId = "${journeyWorkflowId(journey.journeyId)}"`;
    await eventually(
      () => journey.client.workflow.count(query),
      ({ count }) => count === 1,
    );

    goTo(journey, 'COM', 'commitment');
    await test.wake(journey);
    const shown = { Programme: 'programme-1', Stage: 'COM', WaitingOn: ['coordinator'] };
    expect(await shownBy(journey, 'COM')).toEqual(shown);
  });

  async function shownBy(journey: TimedJourney, stage: string): Promise<Record<string, unknown>> {
    const shownIn = (seen: WorkflowExecutionDescription): Record<string, unknown> => {
      const pairs = seen.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value] as const);
      return Object.fromEntries(pairs.filter(([name]) => name !== 'BuildIds')); // the server's own
    };
    return shownIn(await test.described(journey, (seen) => shownIn(seen)['Stage'] === stage));
  }
});
