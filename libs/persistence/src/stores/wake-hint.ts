import type { DataSource } from 'typeorm';
import { withSession } from './sql-session';

/** Least time between two hints of one process: a relay that is awake anyway needs no third word. */
const QUIET_MS = 40;

/**
 * Tells relays that wakes may have come: the first word at once, those that follow closely as one. After the commit and on a
 * connection of its own, because PostgreSQL lets transactions that notify commit only one after the other. A lost hint delays a
 * wake until the relay looks again, no more.
 */
export function createWakeHint(dataSource: DataSource): () => void {
  let due = false;
  let quiet = false;

  const send = (): void => {
    due = false;
    quiet = true;
    withSession(dataSource, (session) => session.query('notify', `SELECT pg_notify('wake', '')`, [])).catch(
      () => undefined,
    );
    setTimeout(() => {
      quiet = false;
      if (due) send();
    }, QUIET_MS).unref();
  };

  return () => {
    due = true;
    if (!quiet) send();
  };
}
