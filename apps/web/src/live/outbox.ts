import { useSyncExternalStore } from 'react';
import { queryClient } from '../app/query-client';
import { ApiProblem, Offline, isSignedOut } from '../api/problem';
import { giveCommand, type GivenCommand } from './commands';

/** Commands that the network did not carry, kept in this browser until they are; their ids make sure that none is taken twice. */
export interface Waiting {
  readonly given: GivenCommand;
  /** Why the API refused it when it got there; the person decides then. */
  readonly refused?: string;
}

const AGAIN_MS = 15_000;
let account = '';
let state: { readonly online: boolean; readonly waiting: number } = { online: navigator.onLine, waiting: 0 };
const listeners = new Set<() => void>();
const key = (): string => `lotse.outbox/${account}`;

function read(): readonly Waiting[] {
  try {
    const waiting: readonly Waiting[] = JSON.parse(localStorage.getItem(key()) ?? '[]');
    return waiting;
  } catch {
    return [];
  }
}

function keep(waiting: readonly Waiting[]): void {
  if (waiting.length === 0) localStorage.removeItem(key());
  else localStorage.setItem(key(), JSON.stringify(waiting));
  tell();
}

function tell(): void {
  state = { online: navigator.onLine, waiting: read().length };
  for (const listener of listeners) listener();
}

let sending = false;

/** Sends what waits, in its order. What is refused is taken out: its form still has the draft and says why. */
async function send(): Promise<void> {
  if (sending || account === '') return;
  sending = true;
  try {
    for (const { given } of read()) {
      try {
        await giveCommand(given);
      } catch (error) {
        if (!(error instanceof ApiProblem) || isSignedOut(error)) return;
      }
      keep(read().filter((other) => other.given.id !== given.id));
      await queryClient.invalidateQueries();
    }
  } finally {
    sending = false;
  }
}

/** Gives a command now, or keeps it for when there is a network. @throws ApiProblem when it is refused */
export async function giveOrKeep(given: GivenCommand): Promise<'given' | 'kept'> {
  try {
    await giveCommand(given);
    return 'given';
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    keep([...read().filter((other) => other.given.id !== given.id), { given }]);
    return 'kept';
  }
}

/** Sends what this user left, now and whenever the network is back. Answers the way to stop. */
export function startOutbox(whose: string): () => void {
  account = whose;
  tell();
  const look = (): void => {
    tell();
    void send();
  };
  const timer = setInterval(() => (state.waiting > 0 ? look() : undefined), AGAIN_MS);
  window.addEventListener('online', look);
  window.addEventListener('offline', tell);
  void send();
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', look);
    window.removeEventListener('offline', tell);
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useOutbox = (): typeof state => useSyncExternalStore(subscribe, () => state);

/** Whether such a command of a journey waits for the network, so that it is not given a second time meanwhile. */
export function useWaits(): (journey: string, command: string) => boolean {
  useOutbox();
  return (journey, command) =>
    read().some(({ given }) => given.journey === journey && given.command === command);
}
