import type { DataSource } from 'typeorm';
import { EVERYTHING_CHANGED } from './listen';
import { withSession } from './sql-session';

/** Least time between two hints of one process: a relay that is awake anyway needs no third word. */
const QUIET_MS = 40;
/** Characters of a NOTIFY, which PostgreSQL limits to 8,000 bytes; ids are ASCII. */
const LONGEST = 7_000;

/**
 * Tells relays that wakes may have come: the first word at once, those that follow closely as one. After the commit and on a
 * connection of its own, because PostgreSQL lets transactions that notify commit only one after the other. A lost hint delays a
 * wake until the relay looks again, no more. The text names the journeys that have changed, for pages that show them.
 */
export function createWakeHint(dataSource: DataSource): (changed: Iterable<string>) => void {
  const named = new Set<string>();
  let due = false;
  let quiet = false;

  const send = (): void => {
    due = false;
    quiet = true;
    const text = [...named].join(' ');
    named.clear();
    withSession(dataSource, (session) =>
      session.conclude('notify', `SELECT pg_notify('wake', $1)`, [
        text.length > LONGEST ? EVERYTHING_CHANGED : text,
      ]),
    ).catch(() => undefined);
    setTimeout(() => {
      quiet = false;
      if (due) send();
    }, QUIET_MS).unref();
  };

  return (changed) => {
    for (const journey of changed) named.add(journey);
    due = true;
    if (!quiet) send();
  };
}
