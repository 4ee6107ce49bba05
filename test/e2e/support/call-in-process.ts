import { createProgram } from '../../../apps/cli/src/program';
import { reportFailure } from '../../../apps/cli/src/output/report-failure';
import { Readable, Writable } from 'node:stream';
import type { CallOptions, Ended } from './lotse';

/** Keeps what is written to it, as a pipe and no terminal. */
class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const STREAMS = ['stdin', 'stdout', 'stderr'] as const;

/** What a call reads and writes of its process, in the place of the test's own; answers how to put that back. */
function lend(
  streams: Readonly<Record<(typeof STREAMS)[number], Readable | Writable>>,
  env: NodeJS.ProcessEnv,
): () => void {
  const own = STREAMS.map((name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const);
  const ownEnv = process.env;
  for (const name of STREAMS)
    Object.defineProperty(process, name, { value: streams[name], configurable: true });
  process.env = env;
  return () => {
    for (const [name, before] of own) if (before !== undefined) Object.defineProperty(process, name, before);
    process.env = ownEnv;
  };
}

async function callNow(args: readonly string[], { home, env, input }: CallOptions): Promise<Ended> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const stdin = Readable.from([Buffer.from(input ?? '')]);
  const giveBack = lend(
    { stdin, stdout, stderr },
    { PATH: process.env.PATH, HOME: process.env.HOME, ...env, LOTSE_HOME: home },
  );
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(error);
  } finally {
    giveBack();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = before;
  return { code, stdout: stdout.text, stderr: stderr.text };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * A call of the command line without a process of its own, whose start costs more than most calls do. One after the other, since
 * a process has one standard output. What only a process can show (signals, broken pipes, two at once) is tried with `lotse`.
 */
export function callInProcess(args: readonly string[], options: CallOptions): Promise<Ended> {
  const turn = last.then(() => callNow(args, options));
  last = turn.catch(() => undefined);
  return turn;
}
