import { eventually, sourceCommand, TEST_MASTER_KEY, testServices } from '@lotse/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The worker or the API as it ships, as a process of its own. */
export interface AppProcess {
  /** Where it listens; empty until it does. */
  url(): string;
  /** Everything it wrote to standard output and error. */
  output(): string;
  /** Status of `/health/<path>`; 0 where nobody answers. */
  health(path: 'live' | 'ready'): Promise<number>;
  /** Waits until `/health/ready` answers with this status, 200 unless told otherwise. */
  isReady(status?: number): Promise<void>;
  /** Sends a signal and answers how the process ended: exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** Starts an app with these variables over those of the test's services. End it with `end`. */
export function startApp(app: 'api' | 'worker', variables: Readonly<Record<string, string>>): AppProcess {
  const { command, args } = sourceCommand(`apps/${app}/src/main.ts`);
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      TEMPORAL_ADDRESS: testServices().temporalAddress,
      LOTSE_MASTER_KEY: TEST_MASTER_KEY.bytes.toString('base64'),
      PORT: '0',
      LOG_LEVEL: 'trace',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  /** Told by the app in its log once it listens; empty until then. */
  const url = (): string => /"url":"([^"]+)"/.exec(output)?.[1] ?? '';
  const health = (path: 'live' | 'ready'): Promise<number> =>
    fetch(`${url()}/health/${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  return {
    url,
    output: () => output,
    health,
    isReady: async (status = 200) => {
      await eventually(
        () => health('ready'),
        (seen) => seen === status,
        180_000,
      ).catch((cause: unknown) => {
        throw new Error(`The ${app} is not ready. It said last: ${output.slice(-2_000)}`, { cause });
      });
    },
    end: async (signal) => {
      child.kill(signal);
      const [code, by]: unknown[] = await ended;
      return typeof code === 'number' ? code : String(by);
    },
  };
}
