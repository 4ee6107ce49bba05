/** Says to the page that the session is over, so that one can sign in again above what was typed. */
const listeners = new Set<() => void>();

export const sessionEnded = {
  tell: (): void => {
    for (const listener of listeners) listener();
  },
  listen: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
