import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of /proc a second; 100 on every Linux that Node runs on. */
const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of processor time, of ended children too. */
  readonly seconds: number;
}

function processOf(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return [{ pid, parent: fields[1] ?? 0, seconds: (user + system + childUser + childSystem) / TICKS }];
  } catch {
    return []; // it has ended in the meantime
  }
}

function tree(root: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)));
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** Processor seconds of a process and everything below it. */
const cpuSeconds = (root: number): number => tree(root).reduce((sum, { seconds }) => sum + seconds, 0);

/** Processor seconds that the whole machine has spent. */
function machineSeconds(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/ +/)
    .map(Number);
  return (user + nice + system + irq + softIrq + steal) / TICKS;
}

/** MiB that a process and all below it hold: proportional set size, so that shared pages count once; resident where that is hidden. */
export function memoryMiB(root: number): number {
  const kilobytes = tree(root).map(({ pid }) => {
    for (const [file, key] of [
      ['smaps_rollup', 'Pss'],
      ['status', 'VmRSS'],
    ] as const)
      try {
        const found = new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(
          readFileSync(`/proc/${pid}/${file}`, 'utf8'),
        )?.[1];
        if (found !== undefined) return Number(found);
      } catch {
        continue; // ended, or another user's
      }
    return 0;
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

/** Counts what this bench and everything it started use, and what the rest of the machine does meanwhile. */
export class CpuWatch {
  readonly #begun = performance.now();
  readonly #tree = cpuSeconds(process.pid);
  readonly #bench = benchSeconds();
  readonly #machine = machineSeconds();

  /** Cores that others kept busy on average since the watch began: above a quarter, read ratios with care. */
  get others(): number {
    const tree = cpuSeconds(process.pid) - this.#tree;
    const seconds = (performance.now() - this.#begun) / 1000;
    return Math.max(0, (machineSeconds() - this.#machine - tree) / seconds);
  }

  /** Processor seconds of everything the bench started, without the bench itself. */
  get services(): number {
    return cpuSeconds(process.pid) - this.#tree - (benchSeconds() - this.#bench);
  }
}

function benchSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
