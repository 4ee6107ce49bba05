import type { Grant } from '@lotse/policy';
import { refuse, type Answer } from './answer';
import { newAccountKey, openDetails, sealDetails } from './details';
import { storedGrant } from './grants';
import { openSession, type OpenedSession } from './login/session';
import type { AccountContext } from './parts';

/** A made-up user of the demo. Its id begins with `demo-`; it has no password and can sign in nowhere else. */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** Sign-in by one click; only composed where the demo asks for it. */
export interface DemoSignIn {
  /** Makes what is missing. The same again changes nothing. */
  seed(accounts: readonly DemoAccount[]): Promise<void>;
  list(): Promise<{ id: string; name: string; roles: string[] }[]>;
  signIn(id: string): Promise<Answer<OpenedSession>>;
}

const PREFIX = 'demo-';
const MOST = 100;

export function createDemoSignIn(context: AccountContext): DemoSignIn {
  const { stores, keyring } = context;
  return {
    async seed(accounts) {
      for (const { id, name, grants } of accounts) {
        const wrappedKey = newAccountKey(keyring, id);
        const details = sealDetails(keyring, { id, wrappedKey }, { name });
        await stores.accounts.add(
          { id, status: 'active', language: 'de', wrappedKey, details, createdAt: context.now() },
          grants.map((grant) => storedGrant(grant, 'local')),
        );
      }
    },
    async list() {
      const all = await stores.accounts.list(PREFIX, MOST);
      const demo = all.filter(({ id, status }) => id.startsWith(PREFIX) && status === 'active');
      return Promise.all(
        demo.map(async (account) => ({
          id: account.id,
          name: openDetails(keyring, account).name,
          roles: (await stores.accounts.grantsOf(account.id)).map(({ role }) => role),
        })),
      );
    },
    async signIn(id) {
      const account = id.startsWith(PREFIX) ? await stores.accounts.find(id) : undefined;
      return account?.status === 'active'
        ? openSession(context, account.id, true)
        : refuse('account-unknown');
    },
  };
}
