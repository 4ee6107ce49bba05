import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { BundleOptions, WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { FAILURE_CONVERTER_PATH } from './data-converter';

/** Root of the tree this file belongs to: the clone for sources, `dist` for the build. Both have the same folders below it. */
const ROOT = resolve(__dirname, '../../../..');
const IS_SOURCE = extname(__filename) === '.ts';

/** Where `npm run build` leaves the bundle, and where the built worker looks for it. */
export const WORKFLOW_BUNDLE_PATH = join(ROOT, 'workflow-bundle.js');

/**
 * Bundles the workflows for the sandbox, from sources or from the build, whichever this code itself runs as. Takes seconds
 * when cold: build once, load often. Says nothing unless something is wrong.
 */
export async function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  return bundleWorkflowCode({
    workflowsPath: join(ROOT, `workflows/src/index${extname(__filename)}`),
    failureConverterPath: FAILURE_CONVERTER_PATH,
    webpackConfigHook: withAliases,
    logger: new DefaultLogger('ERROR'),
  });
}

/** The bundle made by the build where there is one, else a new one; sources, which may have changed, are always bundled anew. */
export async function loadWorkflowBundle(): Promise<{ readonly code: string }> {
  if (IS_SOURCE || !existsSync(WORKFLOW_BUNDLE_PATH)) return bundleWorkflows();
  return { code: await readFile(WORKFLOW_BUNDLE_PATH, 'utf8') };
}

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/** The bundler does not read tsconfig paths. The build needs none: the compiler has made them relative. */
function withAliases(config: WebpackConfig): WebpackConfig {
  if (!IS_SOURCE) return config;
  const sdkAliases = config.resolve?.alias;
  if (Array.isArray(sdkAliases))
    throw new TypeError('The bundler of this SDK version lists aliases in another shape.');
  return { ...config, resolve: { ...config.resolve, alias: { ...sdkAliases, ...sourceAliases() } } };
}

/** `@lotse/x` to the file behind it, from the one list in tsconfig.base.json; `$` makes webpack match whole names only. */
function sourceAliases(): Record<string, string> {
  const config: { compilerOptions: { paths: Record<string, readonly [string]> } } = JSON.parse(
    readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(config.compilerOptions.paths).map(([name, [file]]) => [`${name}$`, join(ROOT, file)]),
  );
}
