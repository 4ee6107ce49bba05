import { eventually, TEST_MASTER_KEY } from '@lotse/testing';
import type { Services } from '@lotse/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const TOKEN = 'a-token-for-the-drill-alone-0123456789abcdef';
const READY_WITHIN_MS = 240_000;

/** A program of a release, run from its sources. */
export interface Program {
  readonly url: string;
  /** Everything it wrote so far. */
  output(): string;
  /** Ends it as a supervisor does. @throws Error when it did not end well */
  stop(): Promise<void>;
}

const argsOf = (root: string, app: string): string[] => [
  '-r',
  join(root, 'libs/testing/run-source.js'),
  join(root, `apps/${app}/src/main.ts`),
];

/** What every program is told about where it is. */
const environment = (home: string, services: Services): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  LOTSE_HOME: home,
  LOTSE_MASTER_KEY: TEST_MASTER_KEY.bytes.toString('base64'),
  DATABASE_URL: services.databaseUrl,
});

/** Starts api or worker of the release in `root` and waits until it is ready. */
export async function startProgram(
  root: string,
  app: 'api' | 'worker',
  home: string,
  services: Services,
): Promise<Program> {
  const temporal = {
    TEMPORAL_ADDRESS: services.temporalAddress ?? '',
    TEMPORAL_NAMESPACE: services.namespace,
  };
  const env = {
    ...environment(home, services),
    PORT: '0',
    ...(app === 'api' ? { LOTSE_ADMINISTRATOR_TOKEN: TOKEN } : temporal),
  };
  const child = spawn(process.execPath, argsOf(root, app), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = (): string => /"url":"([^"]+)"/.exec(output)?.[1] ?? '';
  const isReady = (): Promise<boolean> =>
    fetch(`${url()}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  await eventually(
    async () => child.exitCode !== null || (await isReady()),
    (done) => done,
    READY_WITHIN_MS,
  );
  if (child.exitCode !== null) throw new Error(`${app} did not start:\n${output.slice(-4_000)}`);
  return {
    url: url(),
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      const [code]: unknown[] = await ended;
      if (code !== 0) throw new Error(`${app} ended with ${String(code)}:\n${output.slice(-4_000)}`);
    },
  };
}

/** One call of the present command line, which finds the running services by the data folder. Answers its JSON. */
export async function callLotse(root: string, args: readonly string[], home: string): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...argsOf(root, 'cli'), ...args, '--home', home], {
    cwd: root,
    env: { PATH, HOME, LOTSE_MASTER_KEY: TEST_MASTER_KEY.bytes.toString('base64') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return output;
}

/** Sends lines to the import of a release. Answers the results in their order. */
export async function importLines(
  { url }: Program,
  lines: readonly object[],
): Promise<readonly { readonly result: string; readonly refusal?: object; readonly id?: string }[]> {
  const response = await fetch(`${url}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`The import answered ${response.status}: ${text.slice(0, 1_000)}`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly result: string } => JSON.parse(line));
}
