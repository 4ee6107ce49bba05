import { rmSync } from 'node:fs';
import { writeAtomically } from './atomic-file';
import type { HeldLock, LockRecord } from './file-lock';
import { endProcess } from './process-identity';
import { SupervisedChild } from './supervised-child';
import {
  supervisorDetails,
  type ChildRecord,
  type ChildSpec,
  type ServicesPurpose,
  type SupervisorDetails,
  type SupervisorEvent,
  type SupervisorRequest,
} from './supervisor-protocol';
import { reasonOf } from './service-error';

/** Everything ends within this many milliseconds, so that Ctrl-C takes less than ten seconds. */
const stopBudget = 9_000;
const defaultStopDeadline = 2_500;

/** Keeps children running while its parent lives, and ends them in reverse order of their start. */
export class Supervisor {
  private readonly children: SupervisedChild[] = [];
  private state: SupervisorDetails['state'] = 'starting';
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly lock: HeldLock,
    private readonly purpose: ServicesPurpose,
    private readonly servicesFile: string,
    private readonly emit: (event: SupervisorEvent) => void,
  ) {}

  async handle(request: SupervisorRequest): Promise<void> {
    if (this.stopping !== undefined) return;
    if (request.type === 'start') await this.start(request.spec);
    else if (request.type === 'stop') await this.stop(request.name);
    else this.publish(request.addresses);
  }

  /** Ends all children in reverse order, then gives the lock up. */
  stopAll(): Promise<void> {
    this.stopping ??= this.endAll();
    return this.stopping;
  }

  private async start(spec: ChildSpec): Promise<void> {
    let child: SupervisedChild | undefined;
    try {
      child = await SupervisedChild.start(spec);
      this.watch(child);
      await child.ready();
      this.emit({ type: 'ready', name: spec.name });
    } catch (error) {
      this.emit({ type: 'failed', name: spec.name, reason: reasonOf(error) });
      if (child !== undefined) await this.end(child, spec.stopDeadline ?? defaultStopDeadline);
    }
  }

  private watch(child: SupervisedChild): void {
    const { name } = child.spec;
    this.children.push(child);
    // On disk before anything is awaited: should the supervisor die now, the next start still finds the child.
    this.record();
    this.emit({ type: 'started', name, pid: child.identity.pid });
    void child.exited.then((reason) => {
      this.children.splice(this.children.indexOf(child), 1);
      this.record();
      this.emit({ type: 'exited', name, reason });
    });
  }

  private async stop(name: string): Promise<void> {
    const child = this.children.find((candidate) => candidate.spec.name === name);
    if (child === undefined) this.emit({ type: 'exited', name, reason: 'was not running' });
    else await this.end(child, child.spec.stopDeadline ?? defaultStopDeadline);
  }

  private publish(addresses: unknown): void {
    writeAtomically(this.servicesFile, JSON.stringify(addresses));
    this.state = 'ready';
    this.record();
    this.emit({ type: 'published' });
  }

  private async endAll(): Promise<void> {
    const end = Date.now() + stopBudget;
    this.state = 'stopping';
    rmSync(this.servicesFile, { force: true });
    this.record();
    for (const child of [...this.children].reverse()) {
      const wanted = child.spec.stopDeadline ?? defaultStopDeadline;
      await this.end(child, Math.max(250, Math.min(wanted, end - Date.now())));
    }
    this.lock.release();
  }

  private async end(child: SupervisedChild, deadline: number): Promise<void> {
    if (!child.running) return;
    await endProcess(child.identity, child.spec.stopSignal ?? 'SIGTERM', deadline);
    await child.exited;
  }

  private record(): void {
    const children = this.children.map((child) => recordOf(child));
    this.lock.update({ state: this.state, purpose: this.purpose, children } satisfies SupervisorDetails);
  }
}

/** Ends what a supervisor that was killed left running: each process by number and start time, in reverse order. */
export async function endOrphans(left: LockRecord): Promise<void> {
  for (const child of [...supervisorDetails(left.details).children].reverse()) {
    await endProcess(child, child.stopSignal, defaultStopDeadline);
  }
}

function recordOf(child: SupervisedChild): ChildRecord {
  const { name, port, version, stopSignal } = child.spec;
  return {
    name,
    ...child.identity,
    stopSignal: stopSignal ?? 'SIGTERM',
    ...(port === undefined ? {} : { port }),
    ...(version === undefined ? {} : { version }),
  };
}
