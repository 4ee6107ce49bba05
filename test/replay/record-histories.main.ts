import { journeyWorkflowId } from '@lotse/contracts';
import type { Phase } from '@lotse/domain';
import { advance, eventually, startTestServices, type TimedJourney } from '@lotse/testing';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import { clockIn, startPhaseTest, type PhaseTest } from '../workflows/phase-test';

/** How each phase is left: by the next stage, by a stage of the next phase, or by the end of the journey. */
const WAYS: Readonly<Record<Phase, { readonly from: string; readonly to: string; readonly next?: Phase }>> = {
  universitySelection: { from: 'SEL', to: 'COM', next: 'commitment' },
  commitment: { from: 'COM', to: 'COM' },
  internship: { from: 'INT', to: 'EVA', next: 'internship' },
  contract: { from: 'VIS', to: 'ARR', next: 'contract' },
  integrationFollowUp: { from: 'FUP', to: 'DONE' },
};

/**
 * `npm run record:histories`: records one run of each phase on a real server, with clocks that fire, wakes that come twice,
 * a correction that moves a clock and an end, into `histories/<version>/`. To be run at each release; older ones stay.
 */
async function main(): Promise<void> {
  const endServices = await startTestServices();
  const test = await startPhaseTest();
  const folder = join(__dirname, 'histories', version);
  await mkdir(folder, { recursive: true });
  for (const [phase, way] of Object.entries(WAYS)) {
    const history = await recordRun(test, phase as Phase, way);
    await writeFile(join(folder, `${phase}.json`), `${JSON.stringify(history, withoutMachine, 1)}\n`);
  }
  await test.stop();
  await endServices();
}

async function recordRun(
  test: PhaseTest,
  phase: Phase,
  { from, to, next }: (typeof WAYS)[Phase],
): Promise<unknown> {
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
  change(to, { phase: next ?? phase, open: next !== undefined }, []);
  await test.wake(journey);
  const handle = journey.client.workflow.getHandle(journeyWorkflowId(journey.journeyId), runId);
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
