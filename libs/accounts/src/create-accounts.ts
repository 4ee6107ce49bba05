import { createDemoSignIn, type DemoSignIn } from './demo-accounts';
import { createDirectory, type Directory } from './directory';
import { firstAdministratorLink } from './first-administrator';
import { createAccessTokens, type AccessTokens } from './links/access-tokens';
import { createOneTimeLinks, type OneTimeLinks } from './links/one-time-links';
import { createScopedLinks, type ScopedLinks } from './links/scoped-links';
import { createKnownDevices, type KnownDevices } from './login/known-device';
import { createIdentify, type Identify } from './login/identify';
import { createSignIn, type SignIn } from './login/sign-in';
import { createOwnAccount, type OwnAccount } from './own/own-account';
import { contextOf, type AccountParts } from './parts';
import { createProviderSignIn, type ProviderSignIn } from './provider/provider-sign-in';
import type { ProviderSettings } from './provider/provider-settings';

/** Accounts, sessions, tokens and links. */
export interface Accounts {
  readonly signIn: SignIn;
  readonly provider: ProviderSignIn;
  readonly identify: Identify;
  readonly own: OwnAccount;
  readonly directory: Directory;
  readonly oneTimeLinks: OneTimeLinks;
  readonly tokens: AccessTokens;
  readonly scopedLinks: ScopedLinks;
  readonly devices: KnownDevices;
  readonly demo: DemoSignIn;
  /** Secret of the link by which the first administrator comes in; undefined once there is one. */
  firstAdministratorLink(): Promise<string | undefined>;
}

/** Composes the accounts from their ports. @param provider the organisation's own sign-in service, where it has one */
export function createAccounts(parts: AccountParts, provider?: ProviderSettings): Accounts {
  const context = contextOf(parts);
  const signIn = createSignIn(context);
  return {
    signIn,
    provider: createProviderSignIn(context, signIn, provider),
    identify: createIdentify(context),
    own: createOwnAccount(context),
    directory: createDirectory(context),
    oneTimeLinks: createOneTimeLinks(context),
    tokens: createAccessTokens(context),
    scopedLinks: createScopedLinks(context),
    devices: createKnownDevices(context),
    demo: createDemoSignIn(context),
    firstAdministratorLink: () => firstAdministratorLink(context),
  };
}
