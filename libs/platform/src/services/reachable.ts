import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { OsUser } from './os-user';

/** True when `user` may enter this folder and every folder above it. A folder that does not exist counts as its parent. */
export function isReachable(folder: string, user: OsUser): boolean {
  let path = resolve(folder);
  for (;;) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && !mayEnter(stat, user)) return false;
    const parent = dirname(path);
    if (parent === path) return true;
    path = parent;
  }
}

function mayEnter(stat: { mode: number; uid: number; gid: number }, user: OsUser): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
