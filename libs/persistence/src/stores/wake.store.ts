import type { ClaimedWake, WakeStore } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { listenForWakes } from './listen';
import { withSession } from './sql-session';

const CLAIM = `
  UPDATE wake w SET claimed_until = now() + make_interval(secs => $2::double precision / 1000)
  FROM (
    SELECT journey_id FROM wake WHERE claimed_until IS NULL OR claimed_until < now()
    ORDER BY journey_id LIMIT $1 FOR UPDATE SKIP LOCKED) free
  JOIN journey j ON j.id = free.journey_id
  WHERE w.journey_id = free.journey_id
  RETURNING w.journey_id AS "journeyId", w.version, j.phase`;

/** Wakes on PostgreSQL. */
export const createWakeStore = (dataSource: DataSource, url: string): WakeStore => ({
  claim: (limit, leaseMs) =>
    withSession(dataSource, (session) =>
      session.query<ClaimedWake & Record<string, unknown>>('claim-wakes', CLAIM, [limit, leaseMs]),
    ),
  done: async (journeyId, version) => {
    await withSession(dataSource, (session) =>
      session.query('wake-done', `DELETE FROM wake WHERE journey_id = $1 AND version = $2`, [
        journeyId,
        version,
      ]),
    );
  },
  pending: async () => {
    const [row] = await withSession(dataSource, (session) =>
      session.query<{ count: number }>('wakes-pending', 'SELECT count(*)::int AS count FROM wake', []),
    );
    return row?.count ?? 0;
  },
  listen: (onHint) => listenForWakes(url, onHint),
});
