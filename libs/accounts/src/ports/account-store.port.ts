import type { Instant } from '@lotse/domain';
import type { Grant } from '@lotse/policy';

export type AccountStatus = 'invited' | 'active' | 'disabled';
export type AccountLanguage = 'de' | 'en' | 'ru' | 'ky';

/** A grant as an account holds it: given by an administrator, or by the groups of the organisation's own provider. */
export interface StoredGrant extends Grant {
  readonly id: string;
  readonly source: 'local' | 'provider';
}

/** One account as stored. Name and address are sealed under a key of its own; the address is found by a keyed digest. */
export interface StoredAccount {
  readonly id: string;
  readonly status: AccountStatus;
  readonly language: AccountLanguage;
  readonly emailKey?: string;
  readonly wrappedKey: Buffer;
  readonly details: Buffer;
  readonly createdAt: Instant;
}

export interface AccountDetailsChange {
  readonly details: Buffer;
  readonly emailKey: string | undefined;
  readonly language: AccountLanguage;
}

/** Accounts with what they hold. */
export interface AccountStore {
  /** False when its id or its address is taken. */
  add(account: StoredAccount, grants: readonly StoredGrant[]): Promise<boolean>;
  find(id: string): Promise<StoredAccount | undefined>;
  findByEmail(emailKey: string): Promise<StoredAccount | undefined>;
  /** The account that the provider's subject belongs to. */
  findBySubject(issuer: string, subject: string): Promise<StoredAccount | undefined>;
  bindSubject(issuer: string, subject: string, account: string): Promise<void>;
  /** By id, after one. */
  list(after: string, limit: number): Promise<StoredAccount[]>;
  /** Answers whether there is such an account. Disabling ends its sessions and tokens in the same transaction. */
  setStatus(id: string, status: AccountStatus, at: Instant): Promise<boolean>;
  grantsOf(account: string): Promise<StoredGrant[]>;
  addGrant(account: string, grant: StoredGrant): Promise<void>;
  removeGrant(account: string, grant: string): Promise<boolean>;
  /** What the provider's groups give now, in place of what they gave before. */
  replaceProviderGrants(account: string, grants: readonly StoredGrant[]): Promise<void>;
  /** True when somebody can sign in, or was invited, as administrator of everything. */
  hasAdministrator(): Promise<boolean>;
}
