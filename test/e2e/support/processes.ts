import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** True while this process runs; a zombie does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Resolves when none of these processes runs any more; fails with those that still do at the deadline. */
export async function allGone(pids: readonly number[], deadline: number): Promise<void> {
  for (const end = Date.now() + deadline; pids.some(runs); await delay(20)) {
    if (Date.now() > end) throw new Error(`Still running: ${pids.filter(runs).join(', ')}`);
  }
}
