import type { ProcessIdentity } from './process-identity';

/**
 * When a started child counts as ready: when its port on 127.0.0.1 accepts a connection, when a GET of `url` answers 2xx,
 * or when PostgreSQL says in its pid file that it takes connections; within `deadline` milliseconds.
 */
export type Readiness = { readonly deadline: number } & (
  | { readonly kind: 'tcp'; readonly port: number }
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'postmaster'; readonly pidFile: string }
);

/** One process the supervisor starts, watches and ends. Commands and paths are absolute. */
export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The child's whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly readiness: Readiness;
  /** Asks the child to end; SIGTERM unless told otherwise. */
  readonly stopSignal?: NodeJS.Signals;
  /** Milliseconds from `stopSignal` to SIGKILL; 2500 unless told otherwise. */
  readonly stopDeadline?: number;
  /** Gets what the child writes, appended. */
  readonly logFile: string;
  readonly port?: number;
  readonly version?: string;
}

/** Whether the services serve everybody until they are stopped, or only the one call that started them. */
export type ServicesPurpose = 'standing' | 'call';

/** A child as the lock file tells it to the next start, which ends it when the supervisor could not. */
export interface ChildRecord extends ProcessIdentity {
  readonly name: string;
  readonly port?: number;
  readonly version?: string;
  readonly stopSignal: NodeJS.Signals;
}

/** Details of the supervisor's lock. */
export interface SupervisorDetails {
  readonly state: 'starting' | 'ready' | 'stopping';
  readonly purpose: ServicesPurpose;
  readonly children: readonly ChildRecord[];
}

/** Lines from the parent to the supervisor's standard input. End of file means: stop everything. */
export type SupervisorRequest =
  | { readonly type: 'start'; readonly spec: ChildSpec }
  | { readonly type: 'stop'; readonly name: string }
  | { readonly type: 'ready'; readonly addresses: unknown };

/** Lines from the supervisor's standard output to the parent. */
export type SupervisorEvent =
  | { readonly type: 'acquired' }
  | { readonly type: 'held'; readonly pid: number }
  | { readonly type: 'started'; readonly name: string; readonly pid: number }
  | { readonly type: 'ready'; readonly name: string }
  | { readonly type: 'failed'; readonly name: string; readonly reason: string }
  | { readonly type: 'exited'; readonly name: string; readonly reason: string }
  | { readonly type: 'published' }
  | { readonly type: 'stopped' };

/** Reads the details of a supervisor's lock; anything else reads as one that is starting with no children. */
export function supervisorDetails(details: unknown): SupervisorDetails {
  const empty: SupervisorDetails = { state: 'starting', purpose: 'call', children: [] };
  if (typeof details !== 'object' || details === null) return empty;
  if (!('state' in details) || !('purpose' in details) || !('children' in details)) return empty;
  return details as SupervisorDetails;
}
