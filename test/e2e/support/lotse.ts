import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../../..');
const BIN = join(PROJECT, 'apps/cli/bin/lotse.js');

export const example = (name: string): string => join(PROJECT, 'examples', name);
export const exampleText = (name: string): string => readFileSync(example(name), 'utf8');

const folders: string[] = [];

/** A new folder that ends with `removeFolders`. The database may run as a user of its own, who passes through it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  /** LOTSE_HOME. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; empty unless given. */
  readonly input?: string | Buffer;
  /** Closes the reading end of standard output at once, as `| head -0` does. */
  readonly deaf?: boolean;
}

/** Milliseconds after which a call is given up and killed, which its test then sees. */
const DEADLINE = 240_000;

/** One run of the built command line as a process. */
export class Call {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  constructor(args: readonly string[], { home, env, input, deaf }: CallOptions, deadline = DEADLINE) {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: home,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, LOTSE_HOME: home },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdin.on('error', () => undefined).end(input ?? '');
    if (deaf === true) child.stdout.destroy();
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), deadline);
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        clearTimeout(timer);
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('lotse did not start');
    return this.child.pid;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves when standard output holds this; fails with both outputs when the process ends first. */
  says(pattern: RegExp): Promise<void> {
    return this.holds(pattern, 'stdout');
  }

  /** The same for standard error. */
  warns(pattern: RegExp): Promise<void> {
    return this.holds(pattern, 'stderr');
  }

  private async holds(pattern: RegExp, stream: 'stdout' | 'stderr'): Promise<void> {
    const heard = new Promise<'heard'>((resolve) => {
      const look = (): void => void (pattern.test(this[stream]) && resolve('heard'));
      this.child[stream]?.on('data', look);
      look();
    });
    const first = await Promise.race([heard, this.ended]);
    if (first === 'heard') return;
    const { code, stdout, stderr } = first;
    throw new Error(`lotse ended with ${code} and did not say ${pattern}:\n${stdout}${stderr}`);
  }
}

export const lotse = (args: readonly string[], options: CallOptions): Promise<Ended> =>
  new Call(args, options).ended;

/** The JSON document that a call printed on standard output, which must hold nothing else. */
export function json<T>({ stdout, stderr, code }: Ended): T {
  try {
    const value: T = JSON.parse(stdout);
    return value;
  } catch (cause) {
    throw new Error(`no JSON from a call that ended with ${code}: ${stdout}${stderr}`, { cause });
  }
}

/** The JSON documents of NDJSON. */
export const ndjson = <T>({ stdout }: Pick<Ended, 'stdout'>): T[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
