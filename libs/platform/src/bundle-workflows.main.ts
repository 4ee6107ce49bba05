import { writeFile } from 'node:fs/promises';
import { bundleWorkflows, WORKFLOW_BUNDLE_PATH } from './temporal/bundle-workflows';

/** Writes the workflow bundle beside the build; the last step of `npm run build`. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflows();
  await writeFile(WORKFLOW_BUNDLE_PATH, code);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(
    `The workflow bundle was not made: ${error instanceof Error ? error.message : String(error)}\n`,
  );
});
