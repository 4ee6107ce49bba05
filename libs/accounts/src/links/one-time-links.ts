import type { Instant } from '@lotse/domain';
import { refuse, type Answer } from '../answer';
import { emailKeyOf, isAddress, openDetails, sealDetails } from '../details';
import { sendNotice } from '../notices';
import type { AccountContext } from '../parts';
import { hashPassword, isPassword, passwordFault } from '../password';
import type { AccountLanguage, StoredAccount } from '../ports/account-store.port';
import type { OneTimeLink } from '../ports/link-store.port';
import { hashOf, newSecret } from '../secrets';
import { LASTING } from '../settings';

interface Issue {
  readonly account: string;
  readonly kind: OneTimeLink['kind'];
  /** Where the page is that the link leads to. */
  readonly site: string;
  readonly mail?: { readonly to: string; readonly language: AccountLanguage };
}

/** The page takes the secret behind `#`, which browsers send to no server and mail scanners do not fetch. */
export const pageOf = (site: string, page: string, secret: string): string =>
  `${site.replace(/\/+$/, '')}/${page}#${secret}`;

/** A new link for an account; earlier ones no longer open anything. */
export async function issueLink(
  context: AccountContext,
  { account, kind, site, mail }: Issue,
): Promise<{ readonly account: string; readonly secret: string; readonly expiresAt: Instant }> {
  const secret = newSecret();
  const expiresAt = context.after(LASTING[kind]);
  const createdAt = context.now();
  await context.stores.oneTimeLinks.issue({ hash: hashOf(secret), kind, account, createdAt, expiresAt });
  if (mail !== undefined)
    await sendNotice(context, { kind, account, ...mail, secret: pageOf(site, 'invitation', secret) });
  return { account, secret, expiresAt };
}

/** What a link is for, as its page asks. Asking changes nothing. */
export interface LinkState {
  readonly kind: OneTimeLink['kind'];
  readonly expiresAt: Instant;
  /** True when the account has no address yet: the first administrator gives name and address. */
  readonly needsDetails: boolean;
}

export interface Consumption {
  readonly password: string;
  readonly name?: string;
  readonly email?: string;
  readonly language?: AccountLanguage;
}

/** Links of invitations and of new passwords. Expired, used, superseded and forged ones are answered alike. */
export interface OneTimeLinks {
  look(secret: string): Promise<Answer<LinkState>>;
  /** Sets the password and makes the account active. Answers its id. */
  consume(secret: string, given: Consumption): Promise<Answer<string>>;
  /** Mails a link for a new password where the address has an account. The answer is the same where it has none. */
  askReset(email: string, site: string): Promise<void>;
}

export function createOneTimeLinks(context: AccountContext): OneTimeLinks {
  const { stores, keyring } = context;

  async function opened(secret: string): Promise<{ link: OneTimeLink; account: StoredAccount } | undefined> {
    const link = await stores.oneTimeLinks.find(hashOf(secret), context.now());
    const account = link === undefined ? undefined : await stores.accounts.find(link.account);
    return link === undefined || account === undefined ? undefined : { link, account };
  }

  return {
    async look(secret) {
      const found = await opened(secret);
      if (found === undefined) return refuse('link-unknown');
      const { kind, expiresAt } = found.link;
      return { kind, expiresAt, needsDetails: found.account.emailKey === undefined };
    },
    async consume(secret, { password, name, email, language }) {
      const found = await opened(secret);
      if (found === undefined) return refuse('link-unknown');
      const { account } = found;
      const known = openDetails(keyring, account);
      const isNew = account.emailKey === undefined;
      const address = isNew ? email : known.email;
      if (address === undefined || !isAddress(address)) return refuse('address-invalid');
      const fault = await passwordFault(password, [known.name, address, name]);
      if (fault !== undefined) return refuse(fault);
      const change = {
        details: sealDetails(keyring, account, {
          name: (isNew ? name : undefined) ?? known.name,
          email: address,
        }),
        emailKey: emailKeyOf(keyring, address),
        language: language ?? account.language,
      };
      const passwordHash = await hashPassword(password);
      const use = { at: context.now(), passwordHash, ...(isNew ? { change } : {}) };
      const outcome = await stores.oneTimeLinks.use(hashOf(secret), use);
      if (outcome === 'used') return account.id;
      return refuse(outcome === 'taken' ? 'address-taken' : 'link-unknown');
    },
    async askReset(email, site) {
      const account = await stores.accounts.findByEmail(emailKeyOf(keyring, email));
      // The work of a password, so that the time tells nothing.
      await isPassword(undefined, email);
      if (account?.status !== 'active') return;
      const { email: to } = openDetails(keyring, account);
      if (to === undefined) return;
      const mail = { to, language: account.language };
      await issueLink(context, { account: account.id, kind: 'reset', site, mail });
    },
  };
}
