import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createExclusively, readIfPresent, readJsonIfPresent, writeAtomically } from './atomic-file';
import { identify, isAlive, type ProcessIdentity } from './process-identity';

/** What a lock file says about its holder. `details` is the holder's own matter. */
export interface LockRecord extends ProcessIdentity {
  /** Unique for each acquisition: it names the claim by which a dead holder's lock is taken over. */
  readonly token: string;
  readonly details: unknown;
}

/** A lock held by this process until it is released or the process dies. */
export interface HeldLock {
  readonly held: true;
  /** Replaces the details that others read. */
  update(details: unknown): void;
  /** Gives the lock up; harmless when repeated. */
  release(): void;
}

/** The lock is held by another process that is alive. */
export interface ForeignLock {
  readonly held: false;
  readonly holder: LockRecord;
}

/** Called with what a dead holder left behind, before its lock changes hands; nobody else does so at the same time. */
export type Recover = (left: LockRecord) => Promise<void>;

/**
 * Takes the lock at `path`, or says who holds it. The lock of a dead holder is taken over by exactly one of those who
 * try: the right to do so is a claim file named by the dead holder's token, which only one can create.
 */
export async function takeLock(
  path: string,
  details: unknown,
  recover?: Recover,
): Promise<HeldLock | ForeignLock> {
  for (;;) {
    const mine = ownRecord(details);
    if (createExclusively(path, JSON.stringify(mine))) return heldLock(path, mine);
    const found = readHolder(path);
    if (found === undefined) continue;
    if (isAlive(found)) return { held: false, holder: found };
    const claims = claim(path, found.token);
    if (claims === undefined) {
      await delay(25);
      continue;
    }
    try {
      if (readHolder(path)?.token !== found.token) continue;
      await recover?.(found);
      writeAtomically(path, JSON.stringify(mine));
      return heldLock(path, mine);
    } finally {
      for (const file of claims) rmSync(file, { force: true });
    }
  }
}

/** Waits until the lock at `path` is ours; `onWait` hears once who is in the way. */
export async function waitForLock(path: string, onWait: (holder: LockRecord) => void): Promise<HeldLock> {
  let told = false;
  for (;;) {
    const lock = await takeLock(path, {});
    if (lock.held) return lock;
    if (!told) onWait(lock.holder);
    told = true;
    await delay(200);
  }
}

/** The lock file's content, or undefined when there is none. Says nothing about whether the holder lives. */
export function readLock(path: string): LockRecord | undefined {
  const value = readJsonIfPresent(path);
  return isLockRecord(value) ? value : undefined;
}

/** Like `readLock`, but a file that holds no lock counts as left by a dead holder: locks are written whole or not at all. */
function readHolder(path: string): LockRecord | undefined {
  if (readIfPresent(path) === undefined) return undefined;
  return readLock(path) ?? { pid: 0, startTime: '', token: 'unreadable', details: undefined };
}

function isLockRecord(value: unknown): value is LockRecord {
  if (typeof value !== 'object' || value === null) return false;
  if (!('pid' in value) || !('startTime' in value) || !('token' in value)) return false;
  return (
    typeof value.pid === 'number' && typeof value.startTime === 'string' && typeof value.token === 'string'
  );
}

function ownRecord(details: unknown): LockRecord {
  const self = identify(process.pid);
  if (self === undefined) throw new Error(`Cannot read the start time of this process (${process.pid}).`);
  return { ...self, token: randomUUID(), details };
}

function heldLock(path: string, record: LockRecord): HeldLock {
  let released = false;
  return {
    held: true,
    update: (details) => {
      if (!released) writeAtomically(path, JSON.stringify({ ...record, details }));
    },
    release: () => {
      if (!released && readLock(path)?.token === record.token) rmSync(path, { force: true });
      released = true;
    },
  };
}

/** Files of the claim on the lock with this token, or undefined while a living process holds it. */
function claim(path: string, token: string): string[] | undefined {
  const file = `${path}.${token}.claim`;
  if (createExclusively(file, JSON.stringify(ownRecord({})))) return [file];
  const other = readHolder(file);
  if (other === undefined || isAlive(other)) return undefined;
  // The claimant died as well: its claim is claimed in turn, so that still only one goes on.
  const further = claim(path, other.token);
  return further && [...further, file];
}
