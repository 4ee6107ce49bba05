import { eventually, sourceCommand, TEST_MASTER_KEY, testServices } from '@lotse/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The worker as it ships, as a process of its own. */
export interface WorkerAsProcess {
  readonly pid: number;
  /** Everything it wrote to standard output and error. */
  output(): string;
  /** Status of `/health/<path>`; 0 where nobody answers. */
  health(path: 'live' | 'ready'): Promise<number>;
  /** Waits until `/health/ready` answers with this status. */
  isReady(status?: number): Promise<void>;
  /** Sends a signal and answers how the process ended: exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

let nextPort = 0;

/** Starts a worker with these variables over those of the test's services. End it with `end`. */
export function startWorkerProcess(variables: Readonly<Record<string, string>>): WorkerAsProcess {
  const { command, args } = sourceCommand('apps/worker/src/main.ts');
  nextPort = nextPort === 0 ? 30_000 + (process.pid % 2_000) : nextPort + 1;
  const PORT = String(nextPort);
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      TEMPORAL_ADDRESS: testServices().temporalAddress,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY.bytes.toString('base64'),
      PORT,
      LOG_LEVEL: 'debug',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const health = (path: 'live' | 'ready'): Promise<number> =>
    fetch(`http://127.0.0.1:${PORT}/health/${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  return {
    pid: child.pid ?? 0,
    output: () => output,
    health,
    isReady: async (status = 200) => {
      await eventually(
        () => health('ready'),
        (seen) => seen === status,
        40_000,
      );
    },
    end: async (signal) => {
      child.kill(signal);
      const [code, by]: unknown[] = await ended;
      return typeof code === 'number' ? code : String(by);
    },
  };
}
