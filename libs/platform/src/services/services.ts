import { choosePorts } from './ports';
import {
  runningServices,
  type FoundServices,
  type RunningService,
  type ServiceAddresses,
} from './find-services';
import { takeLock } from './file-lock';
import { ServiceError } from './service-error';
import { endOrphans } from './supervisor';
import type { ServicesHome } from './services-home';
import type { SupervisorClient } from './supervisor-client';
import type { ChildSpec } from './supervisor-protocol';

/** Running services, ours or not, and what their owner may do with them. */
export interface Services extends ServiceAddresses {
  /** True when this call started them: `close()` ends them then, and does nothing otherwise. */
  readonly owned: boolean;
  /** The processes that run now. */
  readonly services: readonly RunningService[];
  /** Ends what this call started, within ten seconds; harmless when repeated. */
  close(): Promise<void>;
  /** Starts one more process under the supervisor; resolves with its number once it is ready. Owner only. */
  startChild(spec: ChildSpec): Promise<number>;
  /** Ends one process and keeps the others. Owner only. */
  stopChild(name: string): Promise<void>;
  /** Starts a process again as it was started before. Owner only. */
  restartChild(name: string): Promise<number>;
  /** A loopback port for a child, the same one at every start while it is free. Owner only. */
  choosePort(name: string): Promise<number>;
  /** Hears of every process that ends, and of the supervisor's end as `supervisor`. Silent where not owned. */
  onExit(listen: (name: string, reason: string) => void): void;
}

/** Services that this process started and that end with it. */
export class OwnedServices implements Services {
  readonly owned = true;
  readonly databaseUrl: string;
  readonly temporalAddress: string | undefined;
  readonly namespace: string;

  constructor(
    private readonly home: ServicesHome,
    private readonly supervisor: SupervisorClient,
    addresses: ServiceAddresses,
  ) {
    this.databaseUrl = addresses.databaseUrl;
    this.temporalAddress = addresses.temporalAddress;
    this.namespace = addresses.namespace;
  }

  get services(): RunningService[] {
    return runningServices(this.home.folder);
  }

  async close(): Promise<void> {
    await this.supervisor.close();
    // A supervisor that was killed left its children and its lock; one that ended left neither.
    const lock = await takeLock(this.home.lockFile, {}, endOrphans);
    if (lock.held) lock.release();
  }

  startChild(spec: ChildSpec): Promise<number> {
    return this.supervisor.startChild(spec);
  }

  stopChild(name: string): Promise<void> {
    return this.supervisor.stopChild(name);
  }

  restartChild(name: string): Promise<number> {
    return this.supervisor.restartChild(name);
  }

  async choosePort(name: string): Promise<number> {
    const ports: Record<string, number> = await choosePorts(this.home.portsFile, [name]);
    return ports[name] ?? 0;
  }

  onExit(listen: (name: string, reason: string) => void): void {
    this.supervisor.onExit(listen);
  }
}

/** Services given by addresses alone: nothing here starts or ends them. */
export class ExternalServices implements Services {
  readonly owned = false;
  readonly databaseUrl: string;
  readonly temporalAddress: string | undefined;
  readonly namespace: string;

  constructor(addresses: ServiceAddresses) {
    this.databaseUrl = addresses.databaseUrl;
    this.temporalAddress = addresses.temporalAddress;
    this.namespace = addresses.namespace;
  }

  get services(): readonly RunningService[] {
    return [];
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  startChild(): Promise<number> {
    return Promise.reject(notOwner());
  }

  stopChild(): Promise<void> {
    return Promise.reject(notOwner());
  }

  restartChild(): Promise<number> {
    return Promise.reject(notOwner());
  }

  choosePort(): Promise<number> {
    return Promise.reject(notOwner());
  }

  onExit(): void {}
}

/** Services that another process started. */
export class AttachedServices extends ExternalServices {
  constructor(private readonly found: FoundServices) {
    super(found);
  }

  override get services(): readonly RunningService[] {
    return this.found.services;
  }
}

function notOwner(): ServiceError {
  const message = 'These services were started by another process, which alone may change them.';
  return new ServiceError('not-owner', message, 'Stop that process first.');
}
