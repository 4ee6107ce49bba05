import type { Role } from '@lotse/domain';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long things last, in milliseconds. */
export const LASTING = {
  /** A session that nobody uses, and any session. */
  sessionIdle: 2 * HOUR,
  sessionWhole: 12 * HOUR,
  /** How often the use of a session or token is noted at most. */
  seenStep: 5 * MINUTE,
  tokenSeenStep: HOUR,
  /** What a second factor proved counts for decisions. */
  proof: 10 * MINUTE,
  /** A sign-in that is under way. */
  challenge: 10 * MINUTE,
  invitation: 7 * DAY,
  reset: HOUR,
  /** A code sent by mail. */
  mailCode: 10 * MINUTE,
  /** A single-use link is held for the request that uses it. */
  claim: MINUTE,
  /** A change made elsewhere takes effect after this time. */
  trust: 5_000,
  token: 365 * DAY,
} as const;

/** Tries of a second factor in one sign-in. */
export const MOST_TRIES = 5;

/** Roles whose holders need a second factor; a session without one reaches its own account only. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['coordinator', 'administrator', 'data-protection-lead'];

/** Name shown by authenticators. */
export const RELYING_PARTY = 'Lotse';
