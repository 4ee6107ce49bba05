import { journeyWorkflowId } from '@lotse/contracts';
import type { Phase } from '@lotse/domain';
import { advance } from '@lotse/testing';
import { clockIn, startPhaseTest, type PhaseTest } from './phase-test';

jest.setTimeout(60_000);

/**
 * Measured: 104, and 112 on a busy machine, where the server hands a task out twice. A change that costs a run or a timer
 * more for each stage goes past this and should be a decision.
 */
const EVENTS_OF_EIGHT_STAGES_AND_THREE_CLOCKS = 130;

const STAGES: readonly (readonly [string, Phase])[] = [
  ['NOM', 'universitySelection'],
  ['SEL', 'universitySelection'],
  ['COM', 'commitment'],
  ['MAT', 'internship'],
  ['PRE', 'internship'],
  ['INT', 'internship'],
  ['EVA', 'internship'],
  ['CON', 'contract'],
];

describe('the histories of one journey at human pace', () => {
  let test: PhaseTest;
  beforeAll(async () => (test = await startPhaseTest()));
  afterAll(() => test.stop());

  it('stay as short as they are', async () => {
    const journey = test.newJourney();
    const { client, journeyId } = journey;
    const runs: string[] = [];
    for (const [place, [stage, phase]] of STAGES.entries()) {
      const clocks = [clockIn(7, 'reminder', journey.clock.now())];
      const version = test.journeys.change(journeyId, { stage, phase, open: true, clocks });
      await test.hasRead(journey, version, () => test.wake(journey));
      const { runId } = await test.described(journey, (seen) => !runs.includes(seen.runId));
      runs.push(runId);
      if (place >= 3) continue;
      await advance(journey, '8 days');
      await test.hasRead(journey, version + 1);
    }
    test.journeys.change(journeyId, { stage: 'CON', phase: 'contract', open: false, clocks: [] });
    await test.wake(journey);
    await test.described(journey, ({ status }) => status.name === 'COMPLETED');

    let events = 0;
    for (const runId of runs) {
      const history = await client.workflow.getHandle(journeyWorkflowId(journeyId), runId).fetchHistory();
      events += (history.events ?? []).filter(isOurs).length;
    }
    expect(runs).toHaveLength(STAGES.length);
    expect(events).toBeLessThanOrEqual(EVENTS_OF_EIGHT_STAGES_AND_THREE_CLOCKS);
  });
});

/** Skipping time leaves events of its own, which no journey outside tests has. */
const isOurs = (event: { readonly workerMayIgnore?: boolean | null }): boolean =>
  event.workerMayIgnore !== true;
