import { setTimeout as delay } from 'node:timers/promises';
import type { Services } from '@lotse/platform';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A process that ran this long before it ended begins with short waits again. */
const STEADY_MS = 60_000;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/**
 * Keeps services up until Ctrl-C (or SIGTERM, SIGHUP) and then ends them; a second Ctrl-C leaves that to the supervisor.
 * A process that ends by itself is started again, after ever longer waits. Returns at once where another process owns them.
 * @throws CliError `supervisor-ended` when the supervisor is gone, and everything with it
 */
export async function stayUp(services: Services): Promise<void> {
  if (!services.owned) return;
  let stopping = false;
  const tries: Tries = new Map();
  const supervisorGone = new Promise<'gone'>((resolve) => {
    services.onExit((name, reason) => {
      if (stopping) return;
      if (name === 'supervisor') resolve('gone');
      else void revive(services, { name, reason, tries, isStopping: () => stopping });
    });
  });
  say('Press Ctrl-C to stop.');
  const end = await Promise.race([stopSignal(), supervisorGone]);
  stopping = true;
  if (end === 'gone') {
    // It was killed, so it could not end its children: this does.
    await services.close();
    const message = 'The supervisor has ended, and all services with it. Start again with: lotse up';
    throw new CliError('supervisor-ended', message, EXIT.unavailable);
  }
  say('Stopping …');
  await services.close();
  say('Stopped.');
}

function stopSignal(): Promise<'signal'> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(EXIT.interrupted);
      asked = true;
      resolve('signal');
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  });
}

/** By process: the last wait before it was started again, and when that was. */
type Tries = Map<string, { readonly wait: number; readonly at: number }>;

interface Ended {
  readonly name: string;
  readonly reason: string;
  readonly tries: Tries;
  readonly isStopping: () => boolean;
}

async function revive(services: Services, { name, reason, tries, isStopping }: Ended): Promise<void> {
  const last = tries.get(name);
  const isSteady = last === undefined || Date.now() - last.at > STEADY_MS;
  const wait = isSteady ? FIRST_WAIT_MS : Math.min(last.wait * 2, LONGEST_WAIT_MS);
  say(`${name} ended (${reason}); starting it again.`);
  await delay(wait);
  if (isStopping()) return;
  tries.set(name, { wait, at: Date.now() });
  try {
    await services.restartChild(name);
    say(`${name} is up again.`);
  } catch {
    // Should it have ended again, its end is told as this one was, and it is tried anew.
    if (!isStopping()) say(`${name} is not ready; its log lies in the data folder under logs.`);
  }
}
