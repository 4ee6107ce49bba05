import type { DriveStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { withSession } from './sql-session';

const NOTE = `
  INSERT INTO driver (journey_id, seen_version, next_due, seen_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (journey_id) DO UPDATE SET seen_version = excluded.seen_version, next_due = excluded.next_due, seen_at = excluded.seen_at`;

const wake = (condition: string): string => `
  INSERT INTO wake (journey_id, version)
  SELECT j.id, j.version FROM journey j LEFT JOIN driver d ON d.journey_id = j.id WHERE ${condition} ORDER BY j.id
  ON CONFLICT (journey_id) DO UPDATE SET version = greatest(wake.version, excluded.version), claimed_until = NULL
  RETURNING journey_id`;

/** Clocks of law outlive a close: such a journey has a workflow too. */
const RUNS = `EXISTS (SELECT FROM journey_clock c WHERE c.journey_id = j.id AND NOT c.stopped)`;

const WAKE_LAGGING = wake(
  `d.journey_id IS NULL OR d.seen_version < j.version OR d.next_due < $1::timestamptz OR (d.next_due IS NULL AND ${RUNS})`,
);
const WAKE_OPEN = wake(`j.status IN ('open', 'on-hold') OR ${RUNS}`);

/** Below every version, so that no workflow takes it for the echo of what it has just read. */
const WAKE_AGAIN = `
  INSERT INTO wake (journey_id, version) VALUES ($1, 0)
  ON CONFLICT (journey_id) DO UPDATE SET version = 0, claimed_until = NULL RETURNING journey_id`;

/** The drive of journeys on PostgreSQL. `onWake` is called when wakes were put. */
export function createDriveStore(dataSource: DataSource, onWake: () => void): DriveStore {
  async function wakeAll(name: string, text: string, values: readonly unknown[]): Promise<number> {
    const rows = await withSession(dataSource, (session) => session.query(name, text, values));
    if (rows.length > 0) onWake();
    return rows.length;
  }

  return {
    note: async ({ journeyId, version, nextDue, seenAt }) => {
      await withSession(dataSource, (session) =>
        session.query('note-driver', NOTE, [journeyId, version, nextDue ?? null, seenAt]),
      );
    },
    wakeLagging: (dueBefore) => wakeAll('wake-lagging', WAKE_LAGGING, [dueBefore]),
    wakeOpen: () => wakeAll('wake-open', WAKE_OPEN, []),
    wakeAgain: async (journeyId) => {
      await wakeAll('wake-again', WAKE_AGAIN, [journeyId]);
    },
  };
}
