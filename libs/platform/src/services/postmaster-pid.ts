import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isCode, readIfPresent } from './atomic-file';
import { endProcess, identify, type ProcessIdentity } from './process-identity';

/**
 * Clears the way for a start on the data in `folder`: ends a server that still runs on them, with every process it left.
 * Only for the holder of the data folder's lock: whoever still runs then is an orphan.
 */
export async function clearPostmaster(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const real = realpathSync(folder);
  const pid = Number(readIfPresent(file)?.split('\n')[0]);
  const named = identify(pid);
  if (named !== undefined && worksIn(real, pid)) await endProcess(named, 'SIGINT', 5_000);
  // Processes of a server that was killed end by themselves; a new server beside them would damage the data.
  for (const left of processesIn(real)) await endProcess(left, 'SIGQUIT', 3_000);
  // PostgreSQL itself judges a file that is left behind, but refuses to start while its number is taken: by a server
  // that is dead and not yet buried, or by somebody else after a restart of the machine or container.
  if (isTaken(pid)) rmSync(file, { force: true });
}

function isTaken(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Processes of PostgreSQL have their data as working folder. */
function worksIn(folder: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}

function processesIn(folder: string): ProcessIdentity[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && worksIn(folder, pid))
    .map((pid) => identify(pid))
    .filter((identity) => identity !== undefined);
}
