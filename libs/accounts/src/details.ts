import type { AccountKeyring } from './ports/account-ports';
import type { StoredAccount } from './ports/account-store.port';

/** What is personal about an account. */
export interface AccountDetails {
  readonly name: string;
  /** Absent until the first administrator has given one. */
  readonly email?: string;
}

const ownerOf = (account: string): string => `account/${account}`;

export const sealDetails = (
  keyring: AccountKeyring,
  { id, wrappedKey }: Pick<StoredAccount, 'id' | 'wrappedKey'>,
  details: AccountDetails,
): Buffer => keyring.seal(wrappedKey, ownerOf(id), `account/${id}/details`, { ...details });

export type SealedDetails = Pick<StoredAccount, 'id' | 'wrappedKey' | 'details'>;

export function openDetails(keyring: AccountKeyring, account: SealedDetails): AccountDetails {
  const { id, wrappedKey, details } = account;
  const opened = keyring.open(wrappedKey, ownerOf(id), `account/${id}/details`, details);
  if (typeof opened !== 'object' || opened === null || !('name' in opened))
    throw new TypeError(`Details of account ${id} are unreadable`);
  const email = 'email' in opened ? opened.email : undefined;
  return { name: String(opened.name), ...(typeof email === 'string' ? { email } : {}) };
}

/** The address of an account, for mails to it; undefined when it has given none. */
export const emailOf = (keyring: AccountKeyring, account: SealedDetails): string | undefined =>
  openDetails(keyring, account).email;

export const newAccountKey = (keyring: AccountKeyring, id: string): Buffer =>
  keyring.newPersonKey(ownerOf(id)).wrapped;

/** The secret of a code generator is sealed under the same key. */
export const sealTotp = (
  keyring: AccountKeyring,
  { id, wrappedKey }: StoredAccount,
  secret: string,
): Buffer => keyring.seal(wrappedKey, ownerOf(id), `account/${id}/totp`, secret);

export const openTotp = (
  keyring: AccountKeyring,
  { id, wrappedKey }: StoredAccount,
  sealed: Buffer,
): string => String(keyring.open(wrappedKey, ownerOf(id), `account/${id}/totp`, sealed));

/** Plain addresses only: what could end a header or name a second recipient is refused. */
const ADDRESS = /^[^\s\p{C}"'`(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u;

export const isAddress = (email: string): boolean => ADDRESS.test(email);

/** By which an address is found again: people write theirs in capitals or not. */
export const emailKeyOf = (keyring: AccountKeyring, email: string): string =>
  keyring.hash(JSON.stringify(['account-email', email.normalize('NFC').toLowerCase()]));
