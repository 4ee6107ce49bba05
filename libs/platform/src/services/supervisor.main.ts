/**
 * The supervisor: a process whose standard input is a pipe to its parent. However the parent ends, the pipe closes and
 * the supervisor ends all children. Arguments: lock file, services file, purpose. It imports Node modules and its
 * neighbours only, so that it starts in tens of milliseconds.
 */
import { createInterface } from 'node:readline';
import { takeLock } from './file-lock';
import { endOrphans, Supervisor } from './supervisor';
import type { SupervisorDetails, SupervisorEvent, SupervisorRequest } from './supervisor-protocol';

function emit(event: SupervisorEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

async function main(): Promise<void> {
  const [lockFile = '', servicesFile = '', purposeName] = process.argv.slice(2);
  const purpose = purposeName === 'standing' ? 'standing' : 'call';
  // The parent may be gone already; what is said then is said to nobody.
  process.stdout.on('error', () => undefined);

  const lines = createInterface({ input: process.stdin });
  const requests: string[] = [];
  let closed = false;
  let take = (line: string): void => void requests.push(line);
  let end = (): void => void (closed = true);
  lines.on('line', (line) => take(line));
  lines.on('close', () => end());
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => end());

  const details: SupervisorDetails = { state: 'starting', purpose, children: [] };
  const lock = await takeLock(lockFile, details, endOrphans);
  if (!lock.held) {
    emit({ type: 'held', pid: lock.holder.pid });
    process.exit(0);
  }
  const supervisor = new Supervisor(lock, purpose, servicesFile, emit);
  end = () => {
    void supervisor.stopAll().then(() => {
      emit({ type: 'stopped' });
      process.exit(0);
    });
  };
  take = (line) => void supervisor.handle(JSON.parse(line) as SupervisorRequest);
  emit({ type: 'acquired' });
  for (const line of requests) take(line);
  if (closed) end();
}

void main();
