import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { readIfPresent } from './atomic-file';
import { identify, type ProcessIdentity } from './process-identity';
import type { ChildSpec } from './supervisor-protocol';
import { reasonOf } from './service-error';

/** Above this size a log is set aside as `<file>.1` at the next start of its child. */
const logLimit = 20 * 1024 * 1024;

/** A child process in its own session, so that Ctrl-C at the terminal does not reach it before the supervisor does. */
export class SupervisedChild {
  readonly exited: Promise<string>;
  readonly identity: ProcessIdentity;
  private ended = false;

  private constructor(
    readonly spec: ChildSpec,
    process: ChildProcess,
    identity: ProcessIdentity,
  ) {
    this.identity = identity;
    this.exited = new Promise((resolve) => {
      process.once('exit', (code, signal) => {
        this.ended = true;
        resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
      });
    });
  }

  /** Starts the child; throws when the command cannot be run at all. */
  static async start(spec: ChildSpec): Promise<SupervisedChild> {
    setAsideIfLarge(spec.logFile);
    const log = openSync(spec.logFile, 'a', 0o600);
    try {
      const child = spawn(spec.command, [...spec.args], {
        cwd: spec.cwd,
        detached: true,
        env: { ...spec.env },
        stdio: ['ignore', log, log],
        ...(spec.uid === undefined ? {} : { uid: spec.uid }),
        ...(spec.gid === undefined ? {} : { gid: spec.gid }),
      });
      if (child.pid === undefined) throw await failureOf(child);
      // A child that is gone already has no start time any more; its exit event still comes.
      const identity = identify(child.pid) ?? { pid: child.pid, startTime: 'gone' };
      return new SupervisedChild(spec, child, identity);
    } finally {
      closeSync(log);
    }
  }

  get running(): boolean {
    return !this.ended;
  }

  /** Resolves when the child is ready; rejects at the deadline or when it ends first. */
  async ready(): Promise<void> {
    const { readiness } = this.spec;
    const end = Date.now() + readiness.deadline;
    let last = 'no answer yet';
    while (Date.now() < end) {
      if (this.ended) throw new Error(`it ended with ${await this.exited}`);
      const problem = await this.problem();
      if (problem === undefined) return;
      last = problem;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`it was not ready within ${readiness.deadline} ms (${last})`);
  }

  /** Why the child is not ready yet, or undefined when it is. */
  private problem(): Promise<string | undefined> {
    const { readiness } = this.spec;
    switch (readiness.kind) {
      case 'http':
        return httpProblem(readiness.url);
      case 'tcp':
        return tcpProblem(readiness.port);
      case 'postmaster':
        return Promise.resolve(postmasterProblem(readiness.pidFile, this.identity.pid));
    }
  }
}

async function httpProblem(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok ? undefined : `GET ${url} answers ${response.status}`;
  } catch (error) {
    return `GET ${url}: ${reasonOf(error)}`;
  }
}

function tcpProblem(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.once('error', (error) => resolve(error.message));
  });
}

/** PostgreSQL writes its number into the first line of the file and its status into the eighth, as pg_ctl reads them. */
function postmasterProblem(pidFile: string, pid: number): string | undefined {
  const lines = readIfPresent(pidFile)?.split('\n') ?? [];
  const status = lines[0] === String(pid) ? lines[7]?.trim() : undefined;
  return status === 'ready' ? undefined : `status ${status ?? 'unknown'}`;
}

function failureOf(child: ChildProcess): Promise<Error> {
  return new Promise((resolve) => child.once('error', resolve));
}

function setAsideIfLarge(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < logLimit) return;
  rmSync(`${file}.1`, { force: true });
  renameSync(file, `${file}.1`);
}
