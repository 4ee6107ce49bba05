import type { Instant } from '@lotse/domain';
import { refuse, type Answer } from '../answer';
import { TOKEN_PREFIX } from '../login/identify';
import type { AccountContext } from '../parts';
import type { AccessToken } from '../ports/link-store.port';
import { hashOf, newId, newSecret } from '../secrets';
import { LASTING } from '../settings';

/** A token without what opens anything. */
export type ListedToken = Omit<AccessToken, 'hash' | 'account'>;

export interface NewToken {
  readonly label: string;
  /** Actions of the policy it may take; absent: all that its account may. */
  readonly scopes?: readonly string[];
  /** 365 days at most, and when not given. */
  readonly days?: number;
}

const DAY_MS = 86_400_000;

/** Tokens of one account for programs. */
export interface AccessTokens {
  /** The token itself is told once. */
  issue(account: string, token: NewToken): Promise<{ readonly token: string; readonly issued: ListedToken }>;
  list(account: string): Promise<ListedToken[]>;
  revoke(account: string, id: string): Promise<Answer<'revoked'>>;
}

const toListed = ({ hash: _hash, account: _account, ...token }: AccessToken): ListedToken => token;

export const createAccessTokens = (context: AccountContext): AccessTokens => ({
  async issue(account, { label, scopes, days }) {
    const token = `${TOKEN_PREFIX}${newSecret()}`;
    const expiresAt: Instant = context.after(
      days === undefined ? LASTING.token : Math.min(days * DAY_MS, LASTING.token),
    );
    const row: AccessToken = {
      id: newId(),
      hash: hashOf(token),
      account,
      label,
      createdAt: context.now(),
      expiresAt,
      ...(scopes === undefined ? {} : { scopes }),
    };
    await context.stores.accessTokens.add(row);
    return { token, issued: toListed(row) };
  },
  list: async (account) => (await context.stores.accessTokens.list(account)).map(toListed),
  async revoke(account, id) {
    return (await context.stores.accessTokens.revoke(account, id)) ? 'revoked' : refuse('credential-unknown');
  },
});
