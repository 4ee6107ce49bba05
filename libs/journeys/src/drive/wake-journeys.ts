import type { Instant } from '@lotse/domain';
import type { DriveStore } from '../ports/drive-store.port';

/** A clock gets this long to fire before its workflow counts as lagging. */
const GRACE_MS = 60_000;

/** Wakes every journey whose workflow lags behind the database. Answers how many; idempotent. */
export const sweepLagging = (drive: DriveStore, now: Instant): Promise<number> =>
  drive.wakeLagging(new Date(Date.parse(now) - GRACE_MS).toISOString());
