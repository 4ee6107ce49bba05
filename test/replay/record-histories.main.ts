import { journeyWorkflowId } from '@lotse/contracts';
import type { Phase } from '@lotse/domain';
import { advance, eventually, startTestServices, type TimedJourney } from '@lotse/testing';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clockIn, startPhaseTest, type PhaseTest } from '../workflows/phase-test';
import { HISTORIES, stagePhases, UNRELEASED } from './histories';

/** The run of one stage: how it is left, by another stage or by the end of the journey. */
interface Way {
  readonly from: string;
  readonly phase: Phase;
  readonly to: { readonly stage: string; readonly phase: Phase; readonly open: boolean };
}

/** The stages in their order, each left for the next; in one of them the journey is closed, after the last it is complete. */
const CLOSED_IN = 'COM';
const STAGES = Object.entries(stagePhases());
const WAYS: readonly Way[] = STAGES.slice(0, -1).map(([from, phase], place) => {
  const [stage, next] = STAGES[place + 1] ?? [from, phase];
  const to =
    from === CLOSED_IN
      ? { stage: from, phase, open: false }
      : { stage, phase: next, open: place < STAGES.length - 2 };
  return { from, phase, to };
});

/**
 * `npm run record:histories`: records one run of each stage on a real server, with clocks that fire, wakes that come twice, a
 * correction that moves a clock and an end, into `histories/next/`. To be run at each release, which gives the folder its
 * number; older ones stay.
 */
async function main(): Promise<void> {
  const endServices = await startTestServices();
  const test = await startPhaseTest();
  const folder = join(HISTORIES, UNRELEASED);
  await mkdir(folder, { recursive: true });
  const write = (name: string, history: unknown): Promise<void> =>
    writeFile(join(folder, `${name}.json`), `${JSON.stringify(history, withoutMachine, 1)}\n`);
  for (const way of WAYS) await write(way.from, await recordRun(test, way));
  const [last, phase] = STAGES.at(-1) ?? ['', 'integrationFollowUp'];
  await write(last, await recordEnd(test, last, phase));
  await test.stop();
  await endServices();
}

async function recordRun(test: PhaseTest, { from, phase, to }: Way): Promise<unknown> {
  const journey: TimedJourney = test.newJourney();
  const start = journey.clock.now();
  const clocks = ['first', 'second', 'third'].map((code, week) => clockIn(7 * (week + 1), code, start));
  const change = (
    stage: string,
    state: { readonly phase: Phase; readonly open: boolean },
    left = clocks,
  ): number => test.journeys.change(journey.journeyId, { stage, ...state, clocks: left });
  const here = { phase, open: true };

  await test.hasRead(journey, change(from, here), () => test.wake(journey));
  const { runId } = await test.handleOf(journey).describe();
  await advance(journey, '8 days');
  await test.hasRead(journey, 2);
  await Promise.all([test.wake(journey, 1), test.wake(journey, 1), test.handleOf(journey).signal('wake.v1')]);
  await test.hasRead(journey, change(from, here, [clockIn(40, 'second', start)]), () => test.wake(journey));
  await advance(journey, '40 days');
  await eventually(
    () => test.status(journey),
    ({ clocks: open }) => open.length === 0,
  );
  change(to.stage, to, []);
  await test.wake(journey);
  return ended(journey, runId);
}

/** A late wake of a journey that is complete. */
async function recordEnd(test: PhaseTest, stage: string, phase: Phase): Promise<unknown> {
  const journey = test.newJourney();
  test.journeys.change(journey.journeyId, { stage, phase, open: false, clocks: [] });
  await test.wake(journey);
  return ended(journey);
}

async function ended({ client, journeyId }: TimedJourney, runId?: string): Promise<unknown> {
  const handle = client.workflow.getHandle(journeyWorkflowId(journeyId), runId);
  await eventually(
    () => handle.describe(),
    ({ status }) => status.name !== 'RUNNING',
  );
  return JSON.parse(historyToJSON(await handle.fetchHistory()));
}

/** Names of machines and processes have no place in the repository. */
const withoutMachine = (key: string, value: unknown): unknown => (key === 'identity' ? 'recorded' : value);

main().catch((error: unknown) => {
  process.stderr.write(
    `The histories were not recorded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
