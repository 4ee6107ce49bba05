import { harmless } from './table';

/** One line on standard error that is written over as work goes on; silent where that is not a terminal. */
export interface StatusLine {
  show(text: string): void;
  /** Takes the line away, before anything else is printed and at the end. */
  clear(): void;
}

const EVERY_MS = 80;

export function statusLine(): StatusLine {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let shownAt = 0;
  return {
    show: (text) => {
      if (Date.now() - shownAt < EVERY_MS) return;
      shownAt = Date.now();
      process.stderr.write(`\r\u001b[2K${harmless(text).slice(0, (process.stderr.columns || 80) - 1)}`);
    },
    clear: () => {
      shownAt = 0;
      process.stderr.write('\r\u001b[2K');
    },
  };
}
