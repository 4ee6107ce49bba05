import { PHASES } from '@lotse/domain';
import { createErrorLogger, dataConverter, installTemporalRuntime } from '@lotse/platform';
import { TEST_MASTER_KEY, testBundle } from '@lotse/testing';
import { DefaultLogger, Worker, bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedRuns, stagesOf } from './histories';

jest.setTimeout(60_000);

const FAILURE_CONVERTER = join(__dirname, '../../libs/platform/src/temporal/failure-converter.ts');
const recorded = recordedRuns();
const releases = [...new Set(recorded.map(({ release }) => release))];

/** Rejects when the code would not do now what the history says it did. */
const replay = (workflowBundle: WorkflowBundleOption, path: string): Promise<void> =>
  Worker.runReplayHistory(
    { workflowBundle, dataConverter: dataConverter(TEST_MASTER_KEY) },
    JSON.parse(readFileSync(path, 'utf8')),
    'journey/replayed',
  );

describe('workflows of today on histories of every released version', () => {
  let today: WorkflowBundleOption;
  beforeAll(async () => {
    await installTemporalRuntime(createErrorLogger({ process: 'test-replay', level: 'fatal' }));
    today = await testBundle();
  });

  it.each(recorded)('go on with a run of $phase, $name, recorded by $release', async ({ path }) => {
    await expect(replay(today, path)).resolves.toBeUndefined();
  });

  it.each(releases)('have a run of every phase and stage of %s', (release) => {
    const ofRelease = recorded.filter((history) => history.release === release);
    expect(ofRelease.map(({ phase }) => phase)).toEqual(expect.arrayContaining([...PHASES]));
    expect(ofRelease.map(({ name }) => name)).toEqual(expect.arrayContaining([...stagesOf(release)]));
  });

  it.each([
    { broken: 'waits-before-reading', hidden: [] },
    // It waited for nothing but a wake, so that what it did after reading left no event.
    { broken: 'fires-before-waiting', hidden: ['0.1.0 INT'] },
  ])('would not if they were broken on purpose: $broken', async ({ broken, hidden }) => {
    const workflowsPath = join(__dirname, 'broken', `${broken}.ts`);
    const bundle = await bundleWorkflowCode({
      workflowsPath,
      failureConverterPath: FAILURE_CONVERTER,
      logger: new DefaultLogger('ERROR'),
    });
    const uncaught: string[] = [];
    for (const { release, name, path } of recorded)
      await replay(bundle, path).then(
        () => uncaught.push(`${release} ${name}`),
        (error: unknown) => expect(error).toBeInstanceOf(DeterminismViolationError),
      );
    expect(uncaught).toEqual(hidden);
  });
});
