import type { Grant } from '@lotse/policy';
import { refuse, Refused, type Answer } from '../answer';
import { emailKeyOf, isAddress, newAccountKey, sealDetails } from '../details';
import { storedGrant } from '../grants';
import type { OpenedSession } from '../login/session';
import type { HalfSignedIn, SignIn } from '../login/sign-in';
import type { AccountContext } from '../parts';
import type { StoredAccount } from '../ports/account-store.port';
import { hashOf, newId, newSecret } from '../secrets';
import { LASTING } from '../settings';
import { beginSignIn, endSignIn, type ProviderIdentity } from './open-id';
import type { ProviderSettings } from './provider-settings';

/** Sign-in at the organisation's own provider. */
export interface ProviderSignIn {
  /** Where to send the browser; the secret stays with it and binds its return. */
  begin(redirectUri: string): Promise<Answer<{ readonly url: string; readonly secret: string }>>;
  /** @param callbackUrl the address it came back to, with its query */
  end(secret: string, callbackUrl: string): Promise<Answer<OpenedSession | HalfSignedIn>>;
}

const MISSING: ProviderSignIn = {
  begin: () => Promise.resolve(refuse('provider-missing')),
  end: () => Promise.resolve(refuse('provider-missing')),
};

export function createProviderSignIn(
  context: AccountContext,
  signIn: SignIn,
  settings: ProviderSettings | undefined,
): ProviderSignIn {
  if (settings === undefined) return MISSING;
  const { stores } = context;
  return {
    async begin(redirectUri) {
      const begun = await beginSignIn(settings, redirectUri);
      if (begun instanceof Refused) return begun;
      const secret = newSecret();
      const expiresAt = context.after(LASTING.challenge);
      const data = { ...begun.binding };
      await stores.challenges.put({ id: hashOf(secret), kind: 'provider', data, expiresAt }, context.now());
      return { url: begun.url, secret };
    },
    async end(secret, callbackUrl) {
      const bound = await stores.challenges.take(hashOf(secret), 'provider', context.now());
      const { state, nonce, verifier } = bound?.data ?? {};
      if (state === undefined || nonce === undefined || verifier === undefined)
        return refuse('login-expired');
      const identity = await endSignIn(settings, callbackUrl, { state, nonce, verifier });
      if (identity instanceof Refused) return identity;
      const grants = identity.groups.flatMap((group) => settings.groups.get(group) ?? []);
      const account = await accountOf(context, identity, grants);
      if (account instanceof Refused) return account;
      const stored = grants.map((grant) => storedGrant(grant, 'provider'));
      await stores.accounts.replaceProviderGrants(account.id, stored);
      return signIn.after(account.id, identity.provedTwice);
    },
  };
}

/** The account of a subject: known, found by its verified address, or made new where its groups give something. */
async function accountOf(
  context: AccountContext,
  identity: ProviderIdentity,
  grants: readonly Grant[],
): Promise<Answer<StoredAccount>> {
  const { stores, keyring } = context;
  const { issuer, subject, email } = identity;
  const address = email !== undefined && isAddress(email) ? email : undefined;
  const known =
    (await stores.accounts.findBySubject(issuer, subject)) ??
    (address === undefined ? undefined : await stores.accounts.findByEmail(emailKeyOf(keyring, address)));
  if (known !== undefined) {
    if (known.status === 'disabled') return refuse('provider-no-access');
    await stores.accounts.bindSubject(issuer, subject, known.id);
    if (known.status === 'invited') await stores.accounts.setStatus(known.id, 'active', context.now());
    return known;
  }
  if (grants.length === 0) return refuse('provider-no-access');
  const account = newAccount(context, identity.name ?? subject, address);
  if (!(await stores.accounts.add(account, []))) return refuse('provider-no-access');
  await stores.accounts.bindSubject(issuer, subject, account.id);
  return account;
}

function newAccount(
  { keyring, now }: AccountContext,
  name: string,
  email: string | undefined,
): StoredAccount {
  const id = newId();
  const wrappedKey = newAccountKey(keyring, id);
  const found = email === undefined ? {} : { email };
  return {
    id,
    status: 'active',
    language: 'de',
    wrappedKey,
    details: sealDetails(keyring, { id, wrappedKey }, { name, ...found }),
    createdAt: now(),
    ...(email === undefined ? {} : { emailKey: emailKeyOf(keyring, email) }),
  };
}
