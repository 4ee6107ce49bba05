import { useSyncExternalStore } from 'react';
import styles from './notices.module.css';

const STAYS_MS = 5_000;
interface Notice {
  readonly number: number;
  readonly text: string;
}

let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Notice[]): void => {
  notices = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says in a line at the foot of the page what has happened; what somebody must act on belongs into the page itself. */
export function tell(text: string): void {
  last += 1;
  const number = last;
  set([...notices.slice(-2), { number, text }]);
  setTimeout(() => set(notices.filter((notice) => notice.number !== number)), STAYS_MS);
}

export const Notices = () => (
  <div className={styles.notices} role="status" aria-live="polite">
    {useSyncExternalStore(subscribe, () => notices).map(({ number, text }) => (
      <p key={number}>{text}</p>
    ))}
  </div>
);
