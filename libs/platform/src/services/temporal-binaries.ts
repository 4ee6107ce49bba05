import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { waitForLock } from './file-lock';
import { reasonOf, ServiceError } from './service-error';
import { cacheFolder } from './services-home';
import { buildTemporal } from './temporal-build';
import { downloadTemporal } from './temporal-download';
import type { TemporalSource } from './temporal-source';
import { temporalVersion } from './temporal-version';

/** The two programs of the pinned version, and where they were found. */
export interface TemporalBinaries {
  readonly server: string;
  readonly sqlTool: string;
  readonly source: 'path' | 'cache';
}

const serverName = 'temporal-server';
const sqlToolName = 'temporal-sql-tool';

/** The programs on PATH or in the per-user cache, if they are of the pinned version. Fetches nothing. */
export async function findTemporal(env: NodeJS.ProcessEnv): Promise<TemporalBinaries | undefined> {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of folders) {
    const onPath = await binariesIn(folder, 'path');
    if (onPath !== undefined) return onPath;
  }
  return binariesIn(cachedFolder(env), 'cache');
}

/**
 * The programs, fetched into the per-user cache where they are missing: the release archive first, else built by Go.
 * Of several processes that want them at once, one fetches and the others wait.
 */
export async function provideTemporal(
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<TemporalBinaries> {
  const found = await findTemporal(env);
  if (found !== undefined) return found;
  mkdirSync(cacheFolder(env), { recursive: true });
  const lock = await waitForLock(`${cachedFolder(env)}.lock`, (holder) =>
    onProgress(`Waiting for process ${holder.pid}, which fetches the Temporal server`),
  );
  try {
    return (await binariesIn(cachedFolder(env), 'cache')) ?? (await fetchInto(env, onProgress));
  } finally {
    lock.release();
  }
}

/** Tries the sources in order. */
async function fetchInto(
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<TemporalBinaries> {
  const folder = cachedFolder(env);
  const reasons: string[] = [];
  const sources: readonly (readonly [string, TemporalSource])[] = [
    ['release archive', downloadTemporal(env)],
    ['go install', buildTemporal(env)],
  ];
  for (const [name, source] of sources) {
    try {
      await source(folder, onProgress);
      const binaries = await binariesIn(folder, 'cache');
      if (binaries !== undefined) return binaries;
      reasons.push(`${name}: brought no programs of version ${temporalVersion.server}`);
    } catch (error) {
      reasons.push(`${name}: ${reasonOf(error)}`);
    }
  }
  throw new ServiceError('temporal-missing', missingMessage(reasons), choices(folder));
}

function missingMessage(reasons: readonly string[]): string {
  return `The Temporal server ${temporalVersion.server} is not on PATH or in the cache and could not be fetched (${reasons.join('; ')}).`;
}

function choices(folder: string): string {
  return [
    'Choose one:',
    '  - set TEMPORAL_ADDRESS to a running Temporal server (1.29 or later, or Temporal Cloud);',
    `  - put ${serverName} and ${sqlToolName} of version ${temporalVersion.server} on PATH or into ${folder};`,
    '  - allow access to github.com for the release archive, or set LOTSE_TEMPORAL_RELEASES to a mirror;',
    '  - install Go 1.26 or later with access to a module proxy (GOPROXY).',
  ].join('\n');
}

function cachedFolder(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), `temporal-${temporalVersion.server}`);
}

async function binariesIn(
  folder: string,
  source: TemporalBinaries['source'],
): Promise<TemporalBinaries | undefined> {
  const server = join(folder, serverName);
  const sqlTool = join(folder, sqlToolName);
  if (!existsSync(server) || !existsSync(sqlTool)) return undefined;
  const right = (await isPinned(server)) && (await isPinned(sqlTool));
  return right ? { server, sqlTool, source } : undefined;
}

async function isPinned(program: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 10_000 });
    return stdout.trim().endsWith(` ${temporalVersion.server}`);
  } catch {
    return false;
  }
}
