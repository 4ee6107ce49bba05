import type { Instant } from '@lotse/domain';

/** A session at rest: its secret is known by its hash alone. */
export interface StoredSession {
  readonly id: string;
  readonly hash: string;
  readonly account: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  /** Whether a second factor was proved in it at all, and until when that counts for decisions. */
  readonly secondFactor: boolean;
  readonly provedUntil?: Instant;
}

export interface SessionStore {
  add(session: StoredSession): Promise<void>;
  find(hash: string): Promise<StoredSession | undefined>;
  seen(id: string, at: Instant): Promise<void>;
  /** Another secret, and what was proved. False when the session has ended. */
  renew(id: string, hash: string, provedUntil: Instant): Promise<boolean>;
  /** Youngest first. */
  list(account: string): Promise<StoredSession[]>;
  end(account: string, id: string): Promise<boolean>;
  /** Ends all but one. Answers how many. */
  endOthers(account: string, except: string | undefined): Promise<number>;
}

/** A step of a sign-in that is under way. What it holds is never personal. */
export interface Challenge {
  /** Hash of the secret that the browser holds, or a name bound to a session. */
  readonly id: string;
  readonly kind: 'login' | 'passkey' | 'register' | 'step-up' | 'provider';
  readonly account?: string;
  readonly data: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

export interface ChallengeStore {
  /** Replaces one of the same id. Those that have expired go. */
  put(challenge: Challenge, now: Instant): Promise<void>;
  /** Counts a try. Undefined when there is none, it has expired or `most` tries were made. */
  attempt(id: string, kind: Challenge['kind'], now: Instant, most: number): Promise<Challenge | undefined>;
  /** Takes it away: of several takers at once one gets it. */
  take(id: string, kind: Challenge['kind'], now: Instant): Promise<Challenge | undefined>;
}
