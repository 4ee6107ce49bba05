import type { JsonObject } from '@lotse/domain';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { AccountContext } from '../parts';
import type { StoredAccount } from '../ports/account-store.port';
import type { Passkey } from '../ports/credential-store.port';
import { RELYING_PARTY } from '../settings';
import { assertionOf, registrationOf } from './passkey-response';

/** Where the browser is: passkeys are bound to the host, and to nothing that only looks like it. */
export interface Site {
  /** Such as `https://lotse.example.org`. */
  readonly origin: string;
  /** Its host without the port. */
  readonly host: string;
}

export type RegistrationOptions = PublicKeyCredentialCreationOptionsJSON;
export type AssertionOptions = PublicKeyCredentialRequestOptionsJSON;

/** Loaded on first use, since it takes longer than all else of a call of the shell, which knows no passkeys. */
const webAuthn = () => import('@simplewebauthn/server');

/** Asks an authenticator for a new key. The account is told by its id: names stay here. */
export const registrationOptions = async (
  site: Site,
  account: StoredAccount,
  known: readonly Passkey[],
): Promise<RegistrationOptions> =>
  (await webAuthn()).generateRegistrationOptions({
    rpName: RELYING_PARTY,
    rpID: site.host,
    userName: RELYING_PARTY,
    userID: new TextEncoder().encode(account.id),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

/** The key that an authenticator made for this challenge; undefined when the proof does not hold. */
export async function registeredKey(
  context: AccountContext,
  { site, account, challenge, given }: Asked & { readonly account: string },
): Promise<Passkey | undefined> {
  const response = registrationOf(given);
  const { verifyRegistrationResponse } = await webAuthn();
  const verified = await orUndefined(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return { id, account, publicKey: Buffer.from(publicKey), counter, transports, createdAt: context.now() };
}

/** Asks for a proof by one of these keys, or by any when none is named. */
export const assertionOptions = async (site: Site, keys: readonly Passkey[]): Promise<AssertionOptions> =>
  (await webAuthn()).generateAuthenticationOptions({
    rpID: site.host,
    userVerification: 'required',
    allowCredentials: keys.map(({ id, transports }) => ({ id, transports: [...transports] })),
  });

/** Whose key proved itself on this challenge, with the user's finger or PIN; undefined when the proof does not hold. */
export async function provedByPasskey(
  { stores }: AccountContext,
  { site, challenge, given }: Asked,
): Promise<string | undefined> {
  const response = assertionOf(given);
  const key = await stores.credentials.findPasskey(response.id);
  if (key === undefined) return undefined;
  const { id, counter } = key;
  const { verifyAuthenticationResponse } = await webAuthn();
  const verified = await orUndefined(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: { id, publicKey: new Uint8Array(key.publicKey), counter },
    }),
  );
  if (verified?.verified !== true) return undefined;
  const isFresh = await stores.credentials.usePasskey(id, verified.authenticationInfo.newCounter);
  return isFresh ? key.account : undefined;
}

interface Asked {
  readonly site: Site;
  readonly challenge: string;
  readonly given: JsonObject;
}

/** The library throws at whatever is not a proof: forged, for another site, unreadable. */
const orUndefined = <Value>(checked: Promise<Value>): Promise<Value | undefined> =>
  checked.catch(() => undefined);
