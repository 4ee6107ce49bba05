import type { Instant } from '@lotse/domain';
import type { AccountLanguage, AccountStore } from './account-store.port';
import type { CredentialStore } from './credential-store.port';
import type { AccessTokenStore, OneTimeLinkStore, ScopedLinkStore } from './link-store.port';
import type { ChallengeStore, SessionStore } from './session-store.port';

/** Everything that accounts are kept in. Implemented by libs/persistence. */
export interface AccountStores {
  readonly accounts: AccountStore;
  readonly credentials: CredentialStore;
  readonly sessions: SessionStore;
  readonly challenges: ChallengeStore;
  readonly oneTimeLinks: OneTimeLinkStore;
  readonly accessTokens: AccessTokenStore;
  readonly scopedLinks: ScopedLinkStore;
  readonly notices: NoticeStore;
}

/** What a notice by mail is about; its words stand in the catalogues of libs/integrations/mail. */
export type NoticeKind = 'invitation' | 'reset' | 'form-link' | 'one-time-code';

/** A mail with a secret for one person: sealed until it is delivered, then gone. */
export interface NoticeStore {
  add(notice: {
    readonly id: string;
    readonly kind: NoticeKind;
    /** Whom it is for; absent for those without an account. With an account goes what waits for it. */
    readonly account?: string;
    readonly language: AccountLanguage;
    readonly wrappedKey: Buffer;
    /** Address and secret, sealed together under the place `notice/<id>`. */
    readonly sealed: Buffer;
    readonly createdAt: Instant;
  }): Promise<void>;
}

/** The clock of the accounts; tests own theirs. */
export interface AccountClock {
  now(): Date;
}

type Sealable = null | boolean | number | string | { readonly [name: string]: Sealable | undefined };

/** Seals what is personal under a key for each account; see `Keyring` of libs/platform. */
export interface AccountKeyring {
  newPersonKey(owner: string): { readonly wrapped: Buffer };
  seal(wrapped: Buffer, owner: string, place: string, value: Sealable): Buffer;
  open(wrapped: Buffer, owner: string, place: string, sealed: Buffer): unknown;
  /** Keyed digest. */
  hash(text: string): string;
}
