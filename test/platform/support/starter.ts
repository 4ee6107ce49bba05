import type { OpenServicesOptions, ServiceAddresses, RunningService } from '@lotse/platform';
import { sourceCommand } from '@lotse/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a starter says once: services that answer, or why there are none. */
export type Outcome =
  | ({ type: 'ready'; owned: boolean; services: RunningService[] } & ServiceAddresses)
  | { type: 'failed'; code: string; message: string };

export type Ready = Extract<Outcome, { type: 'ready' }>;

export interface StarterOptions extends OpenServicesOptions {
  /** Environment beside PATH and the home folder; nothing else is inherited. */
  readonly variables?: Record<string, string>;
  readonly user?: { uid: number; gid: number };
}

/** A process of its own that opens services, in its own process group as a terminal would give it. */
export class Starter {
  readonly outcome: Promise<Outcome>;
  readonly exited: Promise<number | null>;
  private readonly messages: string[] = [];
  private readonly listeners = new Set<() => void>();

  private constructor(private readonly child: ChildProcess) {
    this.exited = new Promise((resolve) => child.once('close', (code) => resolve(code)));
    this.outcome = new Promise((resolve, reject) => {
      let errors = '';
      // One that has just ended by itself takes no word any more, before its end is known here; `exited` tells of that.
      child.stdin?.on('error', () => undefined);
      child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      createInterface({ input: child.stdout! }).on('line', (line) => {
        const event = JSON.parse(line) as Outcome | { type: 'progress'; message: string };
        if (event.type !== 'progress') resolve(event);
        else this.messages.push(event.message);
        for (const listener of this.listeners) listener();
      });
      void this.exited.then((code) => reject(new Error(`The starter ended with ${code}: ${errors}`)));
    });
    this.outcome.catch(() => undefined);
  }

  static start({ variables, user, ...options }: StarterOptions): Starter {
    const { command, args } = sourceCommand('test/platform/support/starter.main.ts');
    const child = spawn(command, [...args, JSON.stringify(options)], {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...variables },
      ...user,
    });
    return new Starter(child);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** The services; fails with the starter's words where there are none. */
  async ready(): Promise<Ready> {
    const outcome = await this.outcome;
    if (outcome.type === 'failed') throw new Error(`${outcome.code}: ${outcome.message}`);
    return outcome;
  }

  /** Resolves when a progress message holds this text; fails when the starter ends without it. */
  said(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.messages.some((message) => message.includes(text))) resolve();
      };
      this.listeners.add(look);
      void this.exited.then(() => reject(new Error(`The starter never said "${text}".`)));
      look();
    });
  }

  /** What Ctrl-C at a terminal does: SIGINT to the whole foreground group. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Closes the services and ends; harmless when it has ended already. */
  async close(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.stdin?.end('close\n');
    await this.exited;
  }
}
