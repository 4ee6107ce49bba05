export { Refused, type AccountRefusal, type Answer } from './answer';
export { createAccounts, type Accounts } from './create-accounts';
export type { DemoAccount } from './demo-accounts';
export { emailOf } from './details';
export type { ListedAccount, MadeLink } from './directory';
export { grantOf } from './grants';
export { pageOf, type LinkState } from './links/one-time-links';
export type { ListedToken } from './links/access-tokens';
export { LINK_PREFIX, TOKEN_PREFIX, type Identity } from './login/identify';
export type { AssertionOptions, RegistrationOptions, Site } from './login/passkeys';
export type { SecondFactor, SecondFactorKind } from './login/proof';
export type { OpenedSession } from './login/session';
export type { HalfSignedIn } from './login/sign-in';
export type { FactorSetUp, ListedSession, OwnState } from './own/own-account';
export type { AccountStores, NoticeKind, NoticeStore } from './ports/account-ports';
export type {
  AccountDetailsChange,
  AccountLanguage,
  AccountStatus,
  AccountStore,
  StoredAccount,
  StoredGrant,
} from './ports/account-store.port';
export type { Credentials, CredentialStore, Passkey } from './ports/credential-store.port';
export type {
  AccessToken,
  AccessTokenStore,
  LinkUse,
  ListedLink,
  OneTimeLink,
  OneTimeLinkStore,
  ScopedLink,
  ScopedLinkStore,
} from './ports/link-store.port';
export type { Challenge, ChallengeStore, SessionStore, StoredSession } from './ports/session-store.port';
export { groupGrantsOf, type ProviderSettings } from './provider/provider-settings';
export { hashOf } from './secrets';
export { LASTING, SECOND_FACTOR_ROLES } from './settings';
