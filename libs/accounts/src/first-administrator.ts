import { newAccountKey, sealDetails } from './details';
import { storedGrant } from './grants';
import { issueLink } from './links/one-time-links';
import type { AccountContext } from './parts';

const ID = 'first-administrator';

/**
 * The secret of the one link by which the first administrator comes in, new at every call; undefined once an administrator is
 * there. There is no password until somebody sets one through it.
 */
export async function firstAdministratorLink(context: AccountContext): Promise<string | undefined> {
  const { accounts } = context.stores;
  const first = await accounts.find(ID);
  if (first === undefined) {
    if (await accounts.hasAdministrator()) return undefined;
    const wrappedKey = newAccountKey(context.keyring, ID);
    const details = sealDetails(context.keyring, { id: ID, wrappedKey }, { name: 'Administrator' });
    // Of several processes that start at once one makes it.
    await accounts.add(
      { id: ID, status: 'invited', language: 'de', wrappedKey, details, createdAt: context.now() },
      [storedGrant({ role: 'administrator' }, 'local')],
    );
  } else if (first.status !== 'invited') return undefined;
  const { secret } = await issueLink(context, { account: ID, kind: 'invitation', site: '' });
  return secret;
}
