import type { JsonObject } from '@lotse/domain';
import { refuse, type Answer } from '../answer';
import { emailKeyOf } from '../details';
import type { AccountContext } from '../parts';
import { isPassword } from '../password';
import type { Challenge } from '../ports/session-store.port';
import { hashOf, newSecret } from '../secrets';
import { LASTING, MOST_TRIES } from '../settings';
import { assertionOptions, provedByPasskey, type AssertionOptions, type Site } from './passkeys';
import { isProof, kindsOf, type SecondFactor, type SecondFactorKind } from './proof';
import { openSession, type OpenedSession } from './session';

/** A sign-in whose first factor was right: the secret stays with the browser until the second one is. */
export interface HalfSignedIn {
  readonly secret: string;
  readonly factors: readonly SecondFactorKind[];
}

/** Ways in. Whatever is wrong, the answer and the work are the same, so that nobody learns who has an account. */
export interface SignIn {
  byPassword(email: string, password: string): Promise<Answer<OpenedSession | HalfSignedIn>>;
  /** Goes on after a first factor that somebody else has checked. */
  after(account: string, provedTwice: boolean): Promise<OpenedSession | HalfSignedIn>;
  /** What a passkey must sign as the second factor. */
  secondFactorOptions(secret: string, site: Site): Promise<Answer<AssertionOptions>>;
  bySecondFactor(secret: string, given: SecondFactor, site: Site): Promise<Answer<OpenedSession>>;
  /** A passkey alone is both factors: the key and the finger or PIN. */
  passkeyOptions(site: Site): Promise<{ readonly secret: string; readonly options: AssertionOptions }>;
  byPasskey(secret: string, given: JsonObject, site: Site): Promise<Answer<OpenedSession>>;
}

export function createSignIn(context: AccountContext): SignIn {
  const { stores, keyring } = context;

  async function putChallenge(
    kind: 'login' | 'passkey',
    { account, challenge }: { account?: string; challenge?: string },
  ): Promise<string> {
    const secret = newSecret();
    const data: Challenge['data'] = challenge === undefined ? {} : { challenge };
    const expiresAt = context.after(LASTING.challenge);
    const owner = account === undefined ? {} : { account };
    await stores.challenges.put({ id: hashOf(secret), kind, ...owner, data, expiresAt }, context.now());
    return secret;
  }

  async function after(account: string, provedTwice: boolean): Promise<OpenedSession | HalfSignedIn> {
    const factors = kindsOf(await stores.credentials.of(account));
    if (provedTwice || factors.length === 0) return openSession(context, account, provedTwice);
    return { secret: await putChallenge('login', { account }), factors };
  }

  return {
    after,
    async byPassword(email, password) {
      const account = await stores.accounts.findByEmail(emailKeyOf(keyring, email));
      // Asked for nobody too: an unknown address takes the same way.
      const { passwordHash } = await stores.credentials.of(account?.id ?? '');
      const isRight = await isPassword(passwordHash, password);
      if (account?.status !== 'active' || !isRight) return refuse('login-failed', account?.id);
      return after(account.id, false);
    },
    async secondFactorOptions(secret, site) {
      const id = hashOf(secret);
      const half = await stores.challenges.attempt(id, 'login', context.now(), MOST_TRIES);
      if (half?.account === undefined) return refuse('login-expired');
      const { passkeys } = await stores.credentials.of(half.account);
      const options = await assertionOptions(site, passkeys);
      await stores.challenges.put({ ...half, data: { challenge: options.challenge } }, context.now());
      return options;
    },
    async bySecondFactor(secret, given, site) {
      const id = hashOf(secret);
      const half = await stores.challenges.attempt(id, 'login', context.now(), MOST_TRIES);
      const account = half?.account === undefined ? undefined : await stores.accounts.find(half.account);
      if (half === undefined || account?.status !== 'active') return refuse('login-expired');
      const isRight = await isProof(context, account, given, { site, challenge: half.data.challenge });
      if (!isRight) return refuse('proof-refused', account.id);
      // Of two answers at once one opens a session.
      const taken = await stores.challenges.take(id, 'login', context.now());
      return taken === undefined ? refuse('login-expired') : openSession(context, account.id, true);
    },
    async passkeyOptions(site) {
      const options = await assertionOptions(site, []);
      return { secret: await putChallenge('passkey', { challenge: options.challenge }), options };
    },
    async byPasskey(secret, given, site) {
      const taken = await stores.challenges.take(hashOf(secret), 'passkey', context.now());
      const challenge = taken?.data.challenge;
      if (challenge === undefined) return refuse('login-expired');
      const id = await provedByPasskey(context, { site, challenge, given });
      const account = id === undefined ? undefined : await stores.accounts.find(id);
      if (account?.status !== 'active') return refuse('login-failed', id);
      return openSession(context, account.id, true);
    },
  };
}
