import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createExclusively, readIfPresent } from './atomic-file';
import type { OsUser } from './os-user';
import type { PostgresBinaries } from './postgres-binaries';
import { isReachable } from './reachable';
import { reasonOf, ServiceError } from './service-error';
import type { ServicesHome } from './services-home';

/** Where the data go when the clone cannot be reached by the user the database runs as. */
const systemDataFolder = '/var/lib/lotse';

/** Folder of the cluster: under the data folder, or where its pointer file says. Makes nothing; undefined before the first start elsewhere. */
export function findPostgresData(home: ServicesHome): string | undefined {
  const pointed = readIfPresent(home.postgresPointerFile)?.trim();
  if (pointed !== undefined) return pointed;
  const own = join(home.folder, 'postgres');
  return existsSync(own) ? own : undefined;
}

/** Folder for the cluster; the choice of a place outside the data folder is kept in the pointer file. */
export function postgresDataFolder(home: ServicesHome, user: OsUser | undefined): string {
  const known = findPostgresData(home);
  if (known !== undefined) return checkedOwner(known, user);
  if (user === undefined || isReachable(home.folder, user)) return join(home.folder, 'postgres');
  // A random name: a data folder that was deleted and made again must not find the data of the old one.
  createExclusively(
    home.postgresPointerFile,
    join(systemDataFolder, randomBytes(6).toString('hex'), 'postgres'),
  );
  const pointed = readIfPresent(home.postgresPointerFile)?.trim() ?? '';
  for (const folder of [systemDataFolder, dirname(pointed)]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  }
  return pointed;
}

/** What a new cluster needs. */
export interface ClusterSpec {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
  readonly user: OsUser | undefined;
  readonly password: string;
  /** False leaves out flushing to disk, for tests. */
  readonly fsync: boolean;
}

/** Makes the cluster unless it stands: superuser `postgres`, checksums on, text sorted by code point on every machine. */
export async function initialiseCluster(spec: ClusterSpec): Promise<void> {
  if (existsSync(join(spec.folder, 'PG_VERSION'))) return;
  // Made beside its place and moved there whole, so that a start that was cut off leaves no half cluster.
  const draft = `${spec.folder}.${process.pid}.draft`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${spec.password}\n`, { mode: 0o600 });
    if (spec.user !== undefined)
      for (const path of [draft, passwordFile]) chownSync(path, spec.user.uid, spec.user.gid);
    const args = ['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    args.push(
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    );
    if (!spec.fsync) args.push('--no-sync');
    const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C' };
    await promisify(execFile)(join(spec.binaries.folder, 'bin', 'initdb'), args, {
      ...spec.user,
      env,
      cwd: '/',
    });
    renameSync(draft, spec.folder);
  } catch (error) {
    const remedy = 'Check free disk space and the rights on the data folder, or set DATABASE_URL.';
    throw new ServiceError(
      'postgres-failed',
      `PostgreSQL could not make its data in ${spec.folder}: ${reasonOf(error)}`,
      remedy,
      error,
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

function checkedOwner(folder: string, user: OsUser | undefined): string {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  const expected = user?.uid ?? process.getuid?.();
  if (owner === undefined || owner === expected) return folder;
  throw new ServiceError(
    'postgres-failed',
    `The database in ${folder} belongs to the user with number ${owner}, but would run as ${expected}.`,
    'Start it as the user that made it, or choose another LOTSE_HOME.',
  );
}
