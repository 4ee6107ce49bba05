import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ServiceError } from './service-error';
import type { ServicesHome } from './services-home';
import type { ChildSpec, ServicesPurpose, SupervisorEvent, SupervisorRequest } from './supervisor-protocol';
import { tailOf } from './log-tail';

/** How to run the supervisor's entry file. */
export interface SupervisorCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** The compiled entry beside this file: right wherever the compiled project runs. Tests from sources give their own. */
export function builtSupervisor(): SupervisorCommand {
  return { command: process.execPath, args: [join(__dirname, 'supervisor.main.js')] };
}

type Listener = (event: SupervisorEvent) => void;

/** The parent's end of the pipe to a supervisor that holds the lock of a data folder. */
export class SupervisorClient {
  private readonly listeners = new Set<Listener>();
  private readonly specs = new Map<string, ChildSpec>();
  private readonly gone: Promise<void>;
  private readonly releases: (() => Promise<void>)[] = [];
  private isGone = false;

  private constructor(
    private readonly child: ChildProcess,
    readonly logFile: string,
  ) {
    this.gone = new Promise((resolve) => {
      child.once('close', () => {
        this.isGone = true;
        this.tell({ type: 'stopped' });
        resolve();
      });
    });
    child.stdin?.on('error', () => undefined);
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) =>
        this.tell(JSON.parse(line) as SupervisorEvent),
      );
  }

  /** Starts a supervisor; undefined when another process that is alive holds the data folder. */
  static async start(
    home: ServicesHome,
    purpose: ServicesPurpose,
    entry: SupervisorCommand,
  ): Promise<SupervisorClient | undefined> {
    const logFile = join(home.logFolder, 'supervisor.log');
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(entry.command, [...entry.args, home.lockFile, home.servicesFile, purpose], {
      // Its own session: Ctrl-C at the terminal reaches the parent alone, which then closes the pipe.
      detached: true,
      stdio: ['pipe', 'pipe', log],
    });
    closeSync(log);
    child.once('error', () => undefined);
    const client = new SupervisorClient(child, logFile);
    const first = await client.next((event) => ['acquired', 'held', 'stopped'].includes(event.type));
    if (first.type === 'acquired') return client;
    if (first.type === 'held') return undefined;
    throw new ServiceError(
      'supervisor-failed',
      `The supervisor did not start (log: ${logFile}).`,
      tailOf(logFile),
    );
  }

  /** Process number of the supervisor, for those who watch it. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Starts a child and resolves with its process number once it is ready. */
  async startChild(spec: ChildSpec): Promise<number> {
    this.specs.set(spec.name, spec);
    let pid = 0;
    const answer = this.next((event) => {
      if (event.type === 'stopped') return true;
      if (!('name' in event) || event.name !== spec.name) return false;
      if (event.type === 'started') pid = event.pid;
      return event.type === 'ready' || event.type === 'failed';
    });
    this.send({ type: 'start', spec });
    const event = await answer;
    if (event.type === 'ready') return pid;
    const reason = event.type === 'failed' ? event.reason : 'the supervisor ended';
    throw new ServiceError(
      'child-failed',
      `${spec.name} did not start: ${reason} (log: ${spec.logFile}).`,
      tailOf(spec.logFile),
    );
  }

  /** Ends one child; resolves when it is gone. */
  async stopChild(name: string): Promise<void> {
    const answer = this.next(
      (event) => event.type === 'stopped' || (event.type === 'exited' && event.name === name),
    );
    this.send({ type: 'stop', name });
    await answer;
  }

  /** Starts a child that was stopped, or ended by itself, as it was started before. */
  async restartChild(name: string): Promise<number> {
    const spec = this.specs.get(name);
    if (spec === undefined)
      throw new ServiceError('child-failed', `No service ${name} was started here.`, '');
    return this.startChild(spec);
  }

  /** Lets others find the services. */
  async publish(addresses: unknown): Promise<void> {
    const answer = this.next((event) => event.type === 'published' || event.type === 'stopped');
    this.send({ type: 'ready', addresses });
    await answer;
  }

  /** Hears every child that ends, whatever the reason, and of the supervisor's own end. */
  onExit(listen: (name: string, reason: string) => void): void {
    this.listeners.add((event) => {
      if (event.type === 'exited') listen(event.name, event.reason);
      else if (event.type === 'stopped') listen('supervisor', 'ended');
    });
  }

  /** Keeps something that is to be given up once everything has ended. */
  afterClose(release: () => Promise<void>): void {
    this.releases.push(release);
  }

  /** Ends all children in reverse order and the supervisor; harmless when repeated. */
  async close(): Promise<void> {
    this.child.stdin?.end();
    // Longer than the supervisor gives itself: one that hangs must not hang its parent.
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 9_500);
    await this.gone;
    clearTimeout(timer);
    for (const release of this.releases.splice(0)) await release();
  }

  private send(request: SupervisorRequest): void {
    this.child.stdin?.write(`${JSON.stringify(request)}\n`);
  }

  private next(wanted: (event: SupervisorEvent) => boolean): Promise<SupervisorEvent> {
    if (this.isGone) return Promise.resolve({ type: 'stopped' });
    return new Promise((resolve) => {
      const listener: Listener = (event) => {
        if (!wanted(event)) return;
        this.listeners.delete(listener);
        resolve(event);
      };
      this.listeners.add(listener);
    });
  }

  private tell(event: SupervisorEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
