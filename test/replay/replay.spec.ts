import { PHASES } from '@lotse/domain';
import { createErrorLogger, dataConverter, installTemporalRuntime } from '@lotse/platform';
import { TEST_MASTER_KEY, testBundle } from '@lotse/testing';
import { DefaultLogger, Worker, bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(60_000);

const HISTORIES = join(__dirname, 'histories');
const FAILURE_CONVERTER = join(__dirname, '../../libs/platform/src/temporal/failure-converter.ts');
const recorded = readdirSync(HISTORIES).flatMap((version) =>
  readdirSync(join(HISTORIES, version)).map((file) => ({
    version,
    phase: file.replace('.json', ''),
    path: join(HISTORIES, version, file),
  })),
);

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

  it.each(recorded)('go on with a run of $phase recorded by $version', async ({ path }) => {
    await expect(replay(today, path)).resolves.toBeUndefined();
  });

  it.each([...new Set(recorded.map(({ version }) => version))])(
    'have a run of every phase of %s',
    (version) => {
      const phases = recorded.filter((history) => history.version === version).map(({ phase }) => phase);
      expect(phases.sort()).toEqual([...PHASES].sort());
    },
  );

  it.each(['waits-before-reading', 'fires-before-waiting'])(
    'would not if they were broken on purpose: %s',
    async (broken) => {
      const workflowsPath = join(__dirname, 'broken', `${broken}.ts`);
      const bundle = await bundleWorkflowCode({
        workflowsPath,
        failureConverterPath: FAILURE_CONVERTER,
        logger: new DefaultLogger('ERROR'),
      });
      for (const { path } of recorded)
        await expect(replay(bundle, path)).rejects.toBeInstanceOf(DeterminismViolationError);
    },
  );
});
