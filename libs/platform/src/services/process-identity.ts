import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; equal for the same process only. */
  readonly startTime: string;
}

/** How long a process that got SIGTERM may take before it gets SIGKILL, in milliseconds. */
export type Deadline = number;

/** Identity of a running process, or undefined when none with this number runs (a zombie does not run). */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const startTime = process.platform === 'linux' ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return startTime === undefined ? undefined : { pid, startTime };
}

/** True while exactly this process runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startTime === identity.startTime;
}

/** Sends a signal to exactly this process; false when it no longer runs. */
function signal(identity: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Ends exactly this process: `name` first, SIGKILL when it still runs at the deadline. Resolves when it is gone. */
export async function endProcess(
  identity: ProcessIdentity,
  name: NodeJS.Signals,
  deadline: Deadline,
): Promise<void> {
  if (!signal(identity, name)) return;
  if (await goneWithin(identity, deadline)) return;
  signal(identity, 'SIGKILL');
  await goneWithin(identity, 5_000);
}

/** Waits until this process is gone; false when it still runs after `deadline` milliseconds. */
async function goneWithin(identity: ProcessIdentity, deadline: Deadline): Promise<boolean> {
  const end = Date.now() + deadline;
  while (isAlive(identity)) {
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

function startTimeFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in parentheses and may hold spaces: fields are counted from the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const ticks = fields[19];
    if (ticks === undefined || state === 'Z' || state === 'X') return undefined;
    return `${bootId()}/${ticks}`;
  } catch {
    return undefined;
  }
}

let knownBootId: string | undefined;

// Ticks count from boot: without the boot's own id a process after a restart of the machine could look the same.
function bootId(): string {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return knownBootId;
}

function startTimeFromPs(pid: number): string | undefined {
  try {
    const options: ExecFileSyncOptionsWithStringEncoding = {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], options).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}
