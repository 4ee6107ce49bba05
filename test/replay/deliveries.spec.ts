import { createErrorLogger, dataConverter, installTemporalRuntime } from '@lotse/platform';
import { TEST_MASTER_KEY, testBundle } from '@lotse/testing';
import { Worker, bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(60_000);

const HISTORIES = join(__dirname, 'deliveries');
const FAILURE_CONVERTER = join(__dirname, '../../libs/platform/src/temporal/failure-converter.ts');
const recorded = readdirSync(HISTORIES).flatMap((version) =>
  readdirSync(join(HISTORIES, version)).map((file) => ({
    version,
    end: file.replace('.json', ''),
    path: join(HISTORIES, version, file),
  })),
);

/** Rejects when the code would not do now what the history says it did. */
const replay = (workflowBundle: WorkflowBundleOption, path: string): Promise<void> =>
  Worker.runReplayHistory(
    { workflowBundle, dataConverter: dataConverter(TEST_MASTER_KEY) },
    JSON.parse(readFileSync(path, 'utf8')),
    'delivery/replayed',
  );

describe('deliveries of today on histories of every released version', () => {
  let today: WorkflowBundleOption;
  beforeAll(async () => {
    await installTemporalRuntime(createErrorLogger({ process: 'test-replay', level: 'fatal' }));
    today = await testBundle();
  });

  it.each(recorded)('go on with one that was $end, recorded by $version', async ({ path }) => {
    await expect(replay(today, path)).resolves.toBeUndefined();
  });

  it.each([...new Set(recorded.map(({ version }) => version))])('have one of every end of %s', (version) => {
    const ends = recorded.filter((history) => history.version === version).map(({ end }) => end);
    expect(ends.sort()).toEqual(['delivered', 'given-up', 'refused']);
  });

  it('would not if they were broken on purpose', async () => {
    const bundle = await bundleWorkflowCode({
      workflowsPath: join(__dirname, 'broken', 'gives-up-before-delivering.ts'),
      failureConverterPath: FAILURE_CONVERTER,
      logger: new DefaultLogger('ERROR'),
    });
    for (const { path } of recorded)
      await expect(replay(bundle, path)).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});
