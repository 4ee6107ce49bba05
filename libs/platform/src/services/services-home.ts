import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createExclusively, readIfPresent } from './atomic-file';

/** Where the services of one data folder (`LOTSE_HOME`) keep their things; every path is absolute. */
export interface ServicesHome {
  readonly folder: string;
  readonly lockFile: string;
  readonly portsFile: string;
  /** Addresses of the running services; there only while they run. */
  readonly servicesFile: string;
  readonly postgresPasswordFile: string;
  /** Points to the database's data where it could not lie in this folder. */
  readonly postgresPointerFile: string;
  readonly temporalFolder: string;
  readonly logFolder: string;
}

/** Paths under the data folder; makes nothing. */
export function servicesHome(folder: string): ServicesHome {
  const root = resolve(folder);
  return {
    folder: root,
    lockFile: join(root, 'lock.json'),
    portsFile: join(root, 'ports.json'),
    servicesFile: join(root, 'services.json'),
    postgresPasswordFile: join(root, 'postgres.password'),
    postgresPointerFile: join(root, 'postgres.location'),
    temporalFolder: join(root, 'temporal'),
    logFolder: join(root, 'logs'),
  };
}

/** Makes the data folder. As root others may pass through it (the database runs as its own user) but not list it. */
export function makeServicesHome(folder: string): ServicesHome {
  const home = servicesHome(folder);
  mkdirSync(home.folder, { recursive: true });
  chmodSync(home.folder, isRoot() ? 0o711 : 0o700);
  mkdirSync(home.temporalFolder, { recursive: true, mode: 0o700 });
  mkdirSync(home.logFolder, { recursive: true, mode: 0o700 });
  return home;
}

/** The secret kept in `file` with mode 0600, made of 24 random bytes where there is none yet; safe when two ask at once. */
export function secretIn(file: string): string {
  createExclusively(file, randomBytes(24).toString('base64url'));
  const secret = readIfPresent(file)?.trim();
  if (secret === undefined || secret === '') throw new Error(`The secret file ${file} is empty.`);
  return secret;
}

/** Folder for programs kept once per user: `LOTSE_CACHE`, else `lotse` under `XDG_CACHE_HOME` or `~/.cache`. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.LOTSE_CACHE) return resolve(env.LOTSE_CACHE);
  return join(env.XDG_CACHE_HOME ?? join(env.HOME ?? homedir(), '.cache'), 'lotse');
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
