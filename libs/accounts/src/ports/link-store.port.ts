import type { Instant, Role } from '@lotse/domain';
import type { AccountLanguage } from './account-store.port';
import type { AccountDetailsChange } from './account-store.port';

/** A link by mail that makes an account one's own, or a new password. */
export interface OneTimeLink {
  readonly hash: string;
  readonly kind: 'invitation' | 'reset';
  readonly account: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** What the use of a link does to its account, all at once. */
export interface LinkUse {
  readonly at: Instant;
  readonly passwordHash: string;
  readonly change?: AccountDetailsChange;
}

export interface OneTimeLinkStore {
  /** Earlier links of the account no longer open anything. */
  issue(link: OneTimeLink): Promise<void>;
  /** A link that can still be used. */
  find(hash: string, now: Instant): Promise<OneTimeLink | undefined>;
  /**
   * Uses it up, sets the password, activates an invited account and ends its sessions, in one transaction. `taken` when the
   * address belongs to another account: then nothing changed.
   */
  use(hash: string, use: LinkUse): Promise<'used' | 'unknown' | 'taken'>;
}

/** A token of an account for programs. */
export interface AccessToken {
  readonly id: string;
  readonly hash: string;
  readonly account: string;
  readonly label: string;
  /** Actions it may take; absent: all that its account may. */
  readonly scopes?: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The hour it was last used in. */
  readonly lastUsedAt?: Instant;
}

export interface AccessTokenStore {
  add(token: AccessToken): Promise<void>;
  find(hash: string, now: Instant): Promise<AccessToken | undefined>;
  list(account: string): Promise<AccessToken[]>;
  used(id: string, at: Instant): Promise<void>;
  revoke(account: string, id: string): Promise<boolean>;
}

/** A link for somebody without an account: one placement, one form. */
export interface ScopedLink {
  readonly id: string;
  readonly hash: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly reference?: string;
  readonly journey: string;
  readonly placement?: string;
  readonly commands: readonly string[];
  readonly singleUse: boolean;
  readonly language: AccountLanguage;
  /** Sealed address that codes go to. */
  readonly wrappedKey: Buffer;
  readonly address: Buffer;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly provedUntil?: Instant;
}

/** A link in a list: what became of it, without secrets. */
export interface ListedLink extends Omit<ScopedLink, 'hash' | 'wrappedKey' | 'address'> {
  readonly state: 'open' | 'used' | 'revoked' | 'expired';
}

export interface ScopedLinkStore {
  add(link: ScopedLink): Promise<void>;
  /** A link that can still be used. */
  find(hash: string, now: Instant): Promise<ScopedLink | undefined>;
  list(journey: string, now: Instant): Promise<ListedLink[]>;
  revoke(id: string, at: Instant): Promise<boolean>;
  /** Holds a single-use link for the request under way; of several at once one gets it. */
  claim(id: string, now: Instant, until: Instant): Promise<boolean>;
  /** Uses it up, or lets it go. */
  settle(id: string, used: Instant | undefined): Promise<void>;
  putCode(id: string, hash: string, expiresAt: Instant): Promise<void>;
  /** Counts a try and uses the code up when it is right. */
  takeCode(id: string, hash: string, now: Instant, provedUntil: Instant): Promise<boolean>;
}
