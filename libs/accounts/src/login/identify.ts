import { type Day, dayInBerlin } from '@lotse/domain';
import type { Grant, Principal } from '@lotse/policy';
import type { AccountContext } from '../parts';
import type { StoredGrant } from '../ports/account-store.port';
import type { ScopedLink } from '../ports/link-store.port';
import type { StoredSession } from '../ports/session-store.port';
import { hashOf } from '../secrets';
import { LASTING } from '../settings';
import { findSession } from './session';

/** Tokens say what they are, so that a leaked one is recognised by scanners and by people. */
export const TOKEN_PREFIX = 'lotse_at_';
export const LINK_PREFIX = 'lotse_ln_';

/** Who asks, and by what. */
export interface Identity {
  readonly principal: Principal;
  readonly session?: StoredSession;
  readonly link?: ScopedLink;
}

/** The one action of a session that still owes its second factor. */
const OWN_ACCOUNT = ['account.own'];

const holdsOn = (day: Day, { from, to }: Grant): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

const toGrant = ({ id: _id, source: _source, ...grant }: StoredGrant): Grant => grant;

export interface Identify {
  bySession(secret: string): Promise<Identity | undefined>;
  /** An access token or the token of a scoped link. */
  byToken(token: string): Promise<Identity | undefined>;
}

/** Tells who asks. Nothing is remembered here: what was disabled or taken away a moment ago no longer counts. */
export function createIdentify(context: AccountContext): Identify {
  const { stores, secondFactorRoles } = context;

  /** What an account holds today; undefined unless it is active. */
  async function grantsOf(account: string): Promise<Grant[] | undefined> {
    const found = await stores.accounts.find(account);
    if (found?.status !== 'active') return undefined;
    const today = dayInBerlin(new Date(context.now()));
    return (await stores.accounts.grantsOf(account)).map(toGrant).filter((grant) => holdsOn(today, grant));
  }

  async function byAccessToken(secret: string): Promise<Identity | undefined> {
    const token = await stores.accessTokens.find(hashOf(secret), context.now());
    const grants = token === undefined ? undefined : await grantsOf(token.account);
    if (token === undefined || grants === undefined) return undefined;
    const { id, account, scopes, lastUsedAt } = token;
    const unseen = context.clock.now().getTime() - Date.parse(lastUsedAt ?? '1970-01-01');
    if (unseen > LASTING.tokenSeenStep)
      await stores.accessTokens.used(id, `${context.now().slice(0, 13)}:00:00.000Z`);
    const narrowed = scopes === undefined ? {} : { scopes };
    return { principal: { id: account, entrance: 'token', credential: id, grants, ...narrowed } };
  }

  async function byLink(secret: string): Promise<Identity | undefined> {
    const link = await stores.scopedLinks.find(hashOf(secret), context.now());
    if (link === undefined) return undefined;
    const { id, role, organisation, reference, journey, placement, commands, provedUntil } = link;
    const grant: Grant = {
      role,
      journey,
      ...(organisation === undefined ? {} : { organisation }),
      ...(reference === undefined ? {} : { reference }),
      ...(placement === undefined ? {} : { placement }),
    };
    const proved = provedUntil === undefined ? {} : { provedUntil };
    return {
      principal: { id, entrance: 'link', credential: id, grants: [grant], onlyCommands: commands, ...proved },
      link,
    };
  }

  return {
    async bySession(secret) {
      const session = await findSession(context, secret);
      const grants = session === undefined ? undefined : await grantsOf(session.account);
      if (session === undefined || grants === undefined) return undefined;
      const { id, account, provedUntil, secondFactor } = session;
      const owes = !secondFactor && grants.some(({ role }) => secondFactorRoles.includes(role));
      const narrowed = owes ? { scopes: OWN_ACCOUNT } : {};
      const proved = provedUntil === undefined ? {} : { provedUntil };
      return {
        principal: { id: account, entrance: 'session', credential: id, grants, ...narrowed, ...proved },
        session,
      };
    },
    async byToken(token) {
      if (token.startsWith(TOKEN_PREFIX)) return byAccessToken(token);
      return token.startsWith(LINK_PREFIX) ? byLink(token) : undefined;
    },
  };
}
