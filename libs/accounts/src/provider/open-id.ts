import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import { refuse, Refused, type Answer } from '../answer';
import type { ProviderSettings } from './provider-settings';

/** What a browser's sign-in is bound to; it stays on the server. */
export interface Binding {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who signed in there, from the ID token and, for what it does not hold, the user info. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly name?: string;
  /** Only an address that the provider has verified. */
  readonly email?: string;
  readonly groups: readonly string[];
  /** Whether a second factor was used there (RFC 8176). */
  readonly provedTwice: boolean;
}

/** How long the provider may be silent, in seconds. */
const SILENCE_S = 10;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const SECOND_FACTORS = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'pop'];

/** Discovered for each sign-in: keys that were changed a moment ago are known, and nothing stale is kept. */
async function discover({
  issuer,
  clientId,
  clientSecret,
}: ProviderSettings): Promise<Answer<Configuration>> {
  const url = new URL(issuer);
  const insecure = url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  try {
    return await discovery(
      url,
      clientId,
      undefined,
      clientSecret === undefined ? None() : ClientSecretPost(clientSecret),
      {
        timeout: SILENCE_S,
        // The signature of the ID token is checked, also where the connection alone would be trusted.
        execute: [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])],
      },
    );
  } catch {
    return refuse('provider-unavailable');
  }
}

/** Where the browser is sent, and what its return is bound to. */
export async function beginSignIn(
  settings: ProviderSettings,
  redirectUri: string,
): Promise<Answer<{ readonly url: string; readonly binding: Binding }>> {
  const configuration = await discover(settings);
  if (configuration instanceof Refused) return configuration;
  const binding = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: settings.scope,
    state: binding.state,
    nonce: binding.nonce,
    code_challenge: await calculatePKCECodeChallenge(binding.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, binding };
}

/** Redeems the code that the browser brought. The provider's tokens end here. */
export async function endSignIn(
  settings: ProviderSettings,
  callbackUrl: string,
  { state, nonce, verifier }: Binding,
): Promise<Answer<ProviderIdentity>> {
  const configuration = await discover(settings);
  if (configuration instanceof Refused) return configuration;
  try {
    const tokens = await authorizationCodeGrant(configuration, new URL(callbackUrl), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    });
    const claims = tokens.claims();
    if (claims === undefined) return refuse('provider-refused');
    const hasAll = settings.groupsClaim in claims && 'email' in claims;
    const more =
      hasAll || configuration.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return identityOf({ ...more, ...claims }, claims, settings.groupsClaim);
  } catch (error) {
    const isRefusal =
      error instanceof ClientError ||
      error instanceof ResponseBodyError ||
      error instanceof AuthorizationResponseError;
    return refuse(isRefusal ? 'provider-refused' : 'provider-unavailable');
  }
}

function identityOf(
  claims: Readonly<Record<string, unknown>>,
  { iss, sub, amr }: { readonly iss: string; readonly sub: string; readonly amr?: unknown },
  groupsClaim: string,
): ProviderIdentity {
  const { name, email } = claims;
  return {
    issuer: iss,
    subject: sub,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof email === 'string' && claims.email_verified === true ? { email } : {}),
    groups: textsOf(claims[groupsClaim]),
    provedTwice: textsOf(amr).some((method) => SECOND_FACTORS.includes(method)),
  };
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
