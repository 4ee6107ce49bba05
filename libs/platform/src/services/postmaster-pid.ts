import { execFileSync } from 'node:child_process';
import { readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfPresent } from './atomic-file';
import { endProcess, identify } from './process-identity';

/**
 * Clears the way for a start on `folder`: ends a server that still runs on these data, removes the pid file of one that
 * does not. Only for the holder of the data folder's lock: whoever still runs then is an orphan.
 */
export async function clearPostmaster(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = Number(readIfPresent(file)?.split('\n')[0]);
  const running = identify(pid);
  // The number may belong to somebody else by now, above all after a restart of the machine or container.
  if (running !== undefined && isServerOn(folder, pid)) await endProcess(running, 'SIGINT', 5_000);
  rmSync(file, { force: true });
}

function isServerOn(folder: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}
