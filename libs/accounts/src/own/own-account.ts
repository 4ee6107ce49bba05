import type { Instant, JsonObject } from '@lotse/domain';
import { refuse, Refused, type Answer } from '../answer';
import { openDetails } from '../details';
import {
  assertionOptions,
  registeredKey,
  registrationOptions,
  type AssertionOptions,
  type RegistrationOptions,
  type Site,
} from '../login/passkeys';
import { isProof, kindsOf, type SecondFactor, type SecondFactorKind } from '../login/proof';
import { newRecoveryCodes } from '../login/recovery-codes';
import { proveSession, type OpenedSession } from '../login/session';
import { confirmTotp, draftTotp } from '../login/totp';
import type { AccountContext } from '../parts';
import { hashPassword, isPassword, passwordFault } from '../password';
import type { AccountLanguage, StoredAccount } from '../ports/account-store.port';
import type { StoredSession } from '../ports/session-store.port';
import { LASTING, MOST_TRIES } from '../settings';

/** One's own account, without secrets. */
export interface OwnState {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly language: AccountLanguage;
  readonly hasPassword: boolean;
  readonly factors: readonly SecondFactorKind[];
  readonly passkeys: readonly { readonly id: string; readonly createdAt: Instant }[];
  readonly recoveryCodes: number;
}

export interface ListedSession {
  readonly id: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly isThis: boolean;
}

/** A second factor that was just set up counts as proved, so the session goes on under another secret. */
export interface FactorSetUp {
  readonly session: OpenedSession;
  /** Told once; only with the first second factor. */
  readonly recoveryCodes?: readonly string[];
}

/** What somebody does with their own account, in a session. */
export interface OwnAccount {
  state(session: StoredSession): Promise<Answer<OwnState>>;
  /** Needs the present password, where there is one, and a fresh proof where there is a second factor. Ends all other sessions. */
  changePassword(session: StoredSession, present: string, password: string): Promise<Answer<'changed'>>;
  draftTotp(session: StoredSession): Promise<Answer<{ readonly secret: string; readonly uri: string }>>;
  confirmTotp(session: StoredSession, code: string): Promise<Answer<FactorSetUp>>;
  removeTotp(session: StoredSession): Promise<Answer<'removed'>>;
  passkeyOptions(session: StoredSession, site: Site): Promise<Answer<RegistrationOptions>>;
  addPasskey(session: StoredSession, given: JsonObject, site: Site): Promise<Answer<FactorSetUp>>;
  removePasskey(session: StoredSession, id: string): Promise<Answer<'removed'>>;
  recoveryCodes(session: StoredSession): Promise<Answer<readonly string[]>>;
  sessions(session: StoredSession): Promise<ListedSession[]>;
  /** Needs a sign-in or a proof of the last ten minutes, but for this session itself. */
  endSession(session: StoredSession, id: string): Promise<Answer<'ended'>>;
  /** Needs a sign-in or a proof of the last ten minutes. Answers how many. */
  endOthers(session: StoredSession): Promise<Answer<number>>;
  stepUpOptions(session: StoredSession, site: Site): Promise<Answer<AssertionOptions>>;
  stepUp(session: StoredSession, given: SecondFactor, site: Site): Promise<Answer<OpenedSession>>;
}

export function createOwnAccount(context: AccountContext): OwnAccount {
  const { stores, keyring } = context;
  const { credentials } = stores;

  async function accountOf({ account }: StoredSession): Promise<Answer<StoredAccount>> {
    const found = await stores.accounts.find(account);
    return found?.status === 'active' ? found : refuse('account-unknown');
  }

  /** Whoever has found an open session must not throw its owner out of the others. */
  async function mayEndOthers(session: StoredSession): Promise<Answer<StoredAccount>> {
    const account = await changeable(session);
    const signedIn = Date.parse(session.createdAt) + LASTING.proof > context.clock.now().getTime();
    if (account instanceof Refused) return signedIn ? accountOf(session) : account;
    const isProved = session.provedUntil !== undefined && session.provedUntil > context.now();
    return signedIn || isProved ? account : refuse('login-expired');
  }

  /** Who has a second factor shows it again before what guards the account is changed: a stolen session must not. */
  async function changeable(session: StoredSession): Promise<Answer<StoredAccount>> {
    const account = await accountOf(session);
    if (account instanceof Refused) return account;
    const hasFactor = kindsOf(await credentials.of(account.id)).length > 0;
    const isFresh = session.provedUntil !== undefined && session.provedUntil > context.now();
    return hasFactor && !isFresh ? refuse('step-up-needed') : account;
  }

  /** A role that needs a second factor keeps its last one; any account may have none otherwise. */
  async function mayLose(account: string): Promise<boolean> {
    const { totp, passkeys } = await credentials.of(account);
    const left = (totp === undefined ? 0 : 1) + passkeys.length - 1;
    if (left > 0) return true;
    const grants = await stores.accounts.grantsOf(account);
    return !grants.some(({ role }) => context.secondFactorRoles.includes(role));
  }

  async function setUp(session: StoredSession): Promise<Answer<FactorSetUp>> {
    const { recoveryCodes } = await credentials.of(session.account);
    const proved = await proveSession(context, session);
    if (proved === undefined) return refuse('login-expired');
    if (recoveryCodes > 0) return { session: proved };
    return { session: proved, recoveryCodes: await newRecoveryCodes(context, session.account) };
  }

  const challengeId = ({ id }: StoredSession): string => `session/${id}`;
  const putChallenge = (
    session: StoredSession,
    kind: 'register' | 'step-up',
    challenge: string,
  ): Promise<void> =>
    stores.challenges.put(
      {
        id: challengeId(session),
        kind,
        account: session.account,
        data: { challenge },
        expiresAt: context.after(LASTING.challenge),
      },
      context.now(),
    );

  return {
    async state(session) {
      const account = await accountOf(session);
      if (account instanceof Refused) return account;
      const held = await credentials.of(account.id);
      const { passwordHash, passkeys, recoveryCodes } = held;
      return {
        id: account.id,
        ...openDetails(keyring, account),
        language: account.language,
        hasPassword: passwordHash !== undefined,
        factors: kindsOf(held),
        passkeys: passkeys.map(({ id, createdAt }) => ({ id, createdAt })),
        recoveryCodes,
      };
    },
    async changePassword(session, present, password) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      const { passwordHash } = await credentials.of(account.id);
      const isRight = await isPassword(passwordHash, present);
      if (passwordHash !== undefined && !isRight) return refuse('proof-refused');
      const { name, email } = openDetails(keyring, account);
      const fault = await passwordFault(password, [name, email]);
      if (fault !== undefined) return refuse(fault);
      await credentials.setPassword(account.id, await hashPassword(password));
      await stores.sessions.endOthers(account.id, session.id);
      return 'changed';
    },
    async draftTotp(session) {
      const account = await changeable(session);
      return account instanceof Refused ? account : draftTotp(context, account);
    },
    async confirmTotp(session, code) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      return (await confirmTotp(context, account, code)) ? setUp(session) : refuse('proof-refused');
    },
    async removeTotp(session) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      if (!(await mayLose(account.id))) return refuse('last-second-factor');
      await credentials.removeTotp(account.id);
      return 'removed';
    },
    async passkeyOptions(session, site) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      const { passkeys } = await credentials.of(account.id);
      const options = await registrationOptions(site, account, passkeys);
      await putChallenge(session, 'register', options.challenge);
      return options;
    },
    async addPasskey(session, given, site) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      const taken = await stores.challenges.take(challengeId(session), 'register', context.now());
      const challenge = taken?.data.challenge;
      if (challenge === undefined) return refuse('login-expired');
      const key = await registeredKey(context, { site, account: account.id, challenge, given });
      if (key === undefined || !(await credentials.addPasskey(key))) return refuse('proof-refused');
      return setUp(session);
    },
    async removePasskey(session, id) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      if (!(await mayLose(account.id))) return refuse('last-second-factor');
      return (await credentials.removePasskey(account.id, id)) ? 'removed' : refuse('credential-unknown');
    },
    async recoveryCodes(session) {
      const account = await changeable(session);
      if (account instanceof Refused) return account;
      if (kindsOf(await credentials.of(account.id)).length === 0) return refuse('second-factor-missing');
      return newRecoveryCodes(context, account.id);
    },
    async sessions(session) {
      const all = await stores.sessions.list(session.account);
      return all.map(({ id, createdAt, seenAt, expiresAt }) => ({
        id,
        createdAt,
        seenAt,
        expiresAt,
        isThis: id === session.id,
      }));
    },
    async endSession(session, id) {
      const account = id === session.id ? undefined : await mayEndOthers(session);
      if (account instanceof Refused) return account;
      return (await stores.sessions.end(session.account, id)) ? 'ended' : refuse('credential-unknown');
    },
    async endOthers(session) {
      const account = await mayEndOthers(session);
      return account instanceof Refused ? account : stores.sessions.endOthers(session.account, session.id);
    },
    async stepUpOptions(session, site) {
      const account = await accountOf(session);
      if (account instanceof Refused) return account;
      const { passkeys } = await credentials.of(account.id);
      if (passkeys.length === 0) return refuse('second-factor-missing');
      const options = await assertionOptions(site, passkeys);
      await putChallenge(session, 'step-up', options.challenge);
      return options;
    },
    async stepUp(session, given, site) {
      const account = await accountOf(session);
      if (account instanceof Refused) return account;
      if (kindsOf(await credentials.of(account.id)).length === 0) return refuse('second-factor-missing');
      const asked =
        given.passkey === undefined
          ? undefined
          : await stores.challenges.attempt(challengeId(session), 'step-up', context.now(), MOST_TRIES);
      const isRight = await isProof(context, account, given, { site, challenge: asked?.data.challenge });
      if (!isRight) return refuse('proof-refused');
      return (await proveSession(context, session)) ?? refuse('login-expired');
    },
  };
}
