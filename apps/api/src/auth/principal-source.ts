import { LASTING, LINK_PREFIX, TOKEN_PREFIX, hashOf, type Accounts, type Identity } from '@lotse/accounts';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, KEY_HOLDER } from '@lotse/policy';
import type { TokenVerifier } from './token-verifier';

interface Known {
  readonly identity: Identity;
  readonly until: number;
}

/** Identities kept at most; the oldest goes first. */
const MOST = 10_000;

/**
 * Tells who shows a secret. An identity is taken for five seconds without looking again: a role that was changed, a session that
 * was ended or an account that was disabled in another process counts after that time, in this one at once (`forget`).
 */
export class PrincipalSource {
  private readonly known = new Map<string, Known>();

  /** @param clock milliseconds that only grow */
  constructor(
    private readonly accounts: Accounts,
    private readonly administrator: TokenVerifier,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  bySession(secret: string): Promise<Identity | undefined> {
    return this.look(`session ${hashOf(secret)}`, () => this.accounts.identify.bySession(secret));
  }

  byToken(token: string): Promise<Identity | undefined> {
    if (!token.startsWith(TOKEN_PREFIX) && !token.startsWith(LINK_PREFIX)) return this.asAdministrator(token);
    return this.look(`token ${hashOf(token)}`, () => this.accounts.identify.byToken(token));
  }

  /** What was known a moment ago no longer counts: something about accounts was changed here. */
  forget(): void {
    this.known.clear();
  }

  private async asAdministrator(token: string): Promise<Identity | undefined> {
    const owner = await runWithScope(EVERYTHING, () => this.administrator.ownerOf(token));
    if (owner === undefined) return undefined;
    return { principal: { id: owner, entrance: 'token', grants: KEY_HOLDER } };
  }

  private async look(key: string, ask: () => Promise<Identity | undefined>): Promise<Identity | undefined> {
    const known = this.known.get(key);
    if (known !== undefined && this.clock() < known.until) return known.identity;
    this.known.delete(key);
    const identity = await runWithScope(EVERYTHING, ask);
    if (identity === undefined) return undefined;
    this.known.set(key, { identity, until: this.clock() + LASTING.trust });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST) break;
      this.known.delete(oldest);
    }
    return identity;
  }
}
