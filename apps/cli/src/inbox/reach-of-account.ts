import { dayInBerlin } from '@lotse/domain';
import { Refused, type Accounts } from '@lotse/accounts';
import type { InboxFilter } from '@lotse/journeys';
import { inboxSightOf, inForce, reachOf, type Grant, type Principal } from '@lotse/policy';
import { done } from '../accounts/with-accounts';
import { CliError } from '../cli-error';

/** Where accounts are looked up. */
interface Known {
  readonly directory: Pick<Accounts['directory'], 'find'>;
}

/** An account that may not sign in holds nothing. */
async function grantsOf({ directory }: Known, id: string): Promise<readonly Grant[]> {
  const account = await directory.find(id);
  return account instanceof Refused || account.status !== 'active' ? [] : account.grants;
}

/**
 * What the inbox of an account is cut to: what it holds today itself, and what those hold for whom it stands in today.
 * @param others accounts for which it stands in @throws CliError `account-unknown`, `account-not-active`
 */
export async function reachOfAccount(
  accounts: Known,
  id: string,
  others: readonly string[],
): Promise<Pick<InboxFilter, 'reach' | 'sight'>> {
  const { status, grants } = done(await accounts.directory.find(id));
  if (status !== 'active')
    throw new CliError(
      'account-not-active',
      `Account ${id} is ${status}: it has no inbox until it is active.`,
    );
  const theirs = await Promise.all(others.map((other) => grantsOf(accounts, other)));
  const now = new Date();
  const held: Principal = { id, entrance: 'shell', grants: [...grants, ...theirs.flat()] };
  const principal = inForce(held, { today: dayInBerlin(now), now: now.toISOString() });
  const reach = reachOf(principal, 'inbox.read');
  return { sight: inboxSightOf(principal), ...(reach === undefined ? {} : { reach }) };
}
