import type { Instant } from '@lotse/domain';
import type { Grant } from '@lotse/policy';
import { refuse, Refused, type Answer } from './answer';
import { emailKeyOf, isAddress, newAccountKey, openDetails, sealDetails } from './details';
import { storedGrant } from './grants';
import { issueLink } from './links/one-time-links';
import type { AccountContext } from './parts';
import type { AccountLanguage, AccountStatus, StoredAccount, StoredGrant } from './ports/account-store.port';
import { newId } from './secrets';

/** An account as an administrator sees it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly status: AccountStatus;
  readonly language: AccountLanguage;
  readonly createdAt: Instant;
  readonly grants: readonly StoredGrant[];
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly language: AccountLanguage;
  readonly grants: readonly Grant[];
}

/** A link that was made: told once. */
export interface MadeLink {
  readonly account: string;
  readonly secret: string;
  readonly expiresAt: Instant;
}

/** Accounts as administrators keep them. */
export interface Directory {
  list(after: string, limit: number): Promise<ListedAccount[]>;
  find(id: string): Promise<Answer<ListedAccount>>;
  /** Makes an account and mails its link to `site`, such as `https://lotse.example.org`. */
  invite(account: NewAccount, site: string): Promise<Answer<MadeLink>>;
  /** A new link for an account that was not used yet; the earlier one no longer opens anything. */
  inviteAgain(id: string, site: string): Promise<Answer<MadeLink>>;
  /** Ends its sessions, tokens and links at once. */
  disable(id: string): Promise<Answer<'disabled'>>;
  enable(id: string): Promise<Answer<'enabled'>>;
  /** Ends every session of an account; its owner may sign in anew. Answers how many there were. */
  endSessions(id: string): Promise<Answer<number>>;
  grant(id: string, grant: Grant): Promise<Answer<StoredGrant>>;
  revoke(id: string, grant: string): Promise<Answer<'revoked'>>;
}

export function createDirectory(context: AccountContext): Directory {
  const { stores, keyring } = context;

  const listed = async (account: StoredAccount): Promise<ListedAccount> => {
    const { id, status, language, createdAt } = account;
    const grants = await stores.accounts.grantsOf(id);
    return { id, ...openDetails(keyring, account), status, language, createdAt, grants };
  };

  async function find(id: string): Promise<Answer<StoredAccount>> {
    return (await stores.accounts.find(id)) ?? refuse('account-unknown');
  }

  return {
    list: async (after, limit) => Promise.all((await stores.accounts.list(after, limit)).map(listed)),
    async find(id) {
      const account = await find(id);
      return account instanceof Refused ? account : listed(account);
    },
    async invite({ name, email, language, grants }, site) {
      if (!isAddress(email)) return refuse('address-invalid');
      const id = newId();
      const wrappedKey = newAccountKey(keyring, id);
      const details = sealDetails(keyring, { id, wrappedKey }, { name, email });
      const emailKey = emailKeyOf(keyring, email);
      const row = { id, status: 'invited' as const, language, emailKey, wrappedKey, details };
      const added = await stores.accounts.add(
        { ...row, createdAt: context.now() },
        grants.map((grant) => storedGrant(grant, 'local')),
      );
      if (!added) return refuse('address-taken');
      return issueLink(context, { account: id, kind: 'invitation', site, mail: { to: email, language } });
    },
    async inviteAgain(id, site) {
      const account = await find(id);
      if (account instanceof Refused) return account;
      if (account.status !== 'invited') return refuse('account-unknown');
      const { email } = openDetails(keyring, account);
      const mail = email === undefined ? {} : { mail: { to: email, language: account.language } };
      return issueLink(context, { account: id, kind: 'invitation', site, ...mail });
    },
    async disable(id) {
      const done = await stores.accounts.setStatus(id, 'disabled', context.now());
      return done ? 'disabled' : refuse('account-unknown');
    },
    async enable(id) {
      const account = await find(id);
      if (account instanceof Refused) return account;
      const { passwordHash, passkeys } = await stores.credentials.of(id);
      const hasStarted = passwordHash !== undefined || passkeys.length > 0;
      await stores.accounts.setStatus(id, hasStarted ? 'active' : 'invited', context.now());
      return 'enabled';
    },
    async endSessions(id) {
      const account = await find(id);
      return account instanceof Refused ? account : stores.sessions.endOthers(id, undefined);
    },
    async grant(id, given) {
      const account = await find(id);
      if (account instanceof Refused) return account;
      const grant = storedGrant(given, 'local');
      await stores.accounts.addGrant(id, grant);
      return grant;
    },
    async revoke(id, grant) {
      return (await stores.accounts.removeGrant(id, grant)) ? 'revoked' : refuse('account-unknown');
    },
  };
}
