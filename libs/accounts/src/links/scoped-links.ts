import type { Instant, Role } from '@lotse/domain';
import { refuse, type Answer } from '../answer';
import { isAddress } from '../details';
import { LINK_PREFIX } from '../login/identify';
import { sendNotice } from '../notices';
import { provedUntil, type AccountContext } from '../parts';
import type { AccountLanguage } from '../ports/account-store.port';
import type { ListedLink, ScopedLink } from '../ports/link-store.port';
import { hashOf, newDigits, newId, newSecret } from '../secrets';
import { LASTING } from '../settings';
import { pageOf } from './one-time-links';

export interface NewScopedLink {
  readonly role: Role;
  readonly organisation?: string;
  /** Reference id of the mentor, as the placement names it. */
  readonly reference?: string;
  readonly journey: string;
  readonly placement?: string;
  /** The form: commands that may be given through it. */
  readonly commands: readonly string[];
  readonly singleUse: boolean;
  readonly days: number;
  readonly language: AccountLanguage;
  /** Where the link and later codes go. */
  readonly email: string;
}

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 90;
const keyName = (id: string): string => `scoped-link/${id}`;

/** Links for mentors and signers without an account. */
export interface ScopedLinks {
  /** Mails the link; its token is told once. */
  issue(
    link: NewScopedLink,
    by: string,
    site: string,
  ): Promise<Answer<{ id: string; token: string; expiresAt: Instant }>>;
  list(journey: string): Promise<ListedLink[]>;
  revoke(id: string): Promise<Answer<'revoked'>>;
  /** Mails a code to the address that the link was sent to. */
  sendCode(link: ScopedLink): Promise<void>;
  /** Takes the code. Answers until when it counts for decisions. */
  prove(link: ScopedLink, code: string): Promise<Answer<Instant>>;
  /**
   * Holds a single-use link for one request; `false` when it was used or another request has it. `settle` then says whether it
   * was used up.
   */
  claim(link: ScopedLink): Promise<boolean>;
  settle(link: ScopedLink, used: boolean): Promise<void>;
}

export function createScopedLinks(context: AccountContext): ScopedLinks {
  const { stores, keyring } = context;
  return {
    async issue({ email, days, ...link }, by, site) {
      if (!isAddress(email)) return refuse('address-invalid');
      const id = newId();
      const token = `${LINK_PREFIX}${newSecret()}`;
      const wrappedKey = keyring.newPersonKey(keyName(id)).wrapped;
      const expiresAt = context.after(Math.min(days, LONGEST_DAYS) * DAY_MS);
      await stores.scopedLinks.add({
        ...link,
        id,
        hash: hashOf(token),
        wrappedKey,
        address: keyring.seal(wrappedKey, keyName(id), keyName(id), email),
        createdBy: by,
        createdAt: context.now(),
        expiresAt,
      });
      const secret = pageOf(site, 'form', token);
      await sendNotice(context, { kind: 'form-link', to: email, language: link.language, secret });
      return { id, token, expiresAt };
    },
    list: (journey) => stores.scopedLinks.list(journey, context.now()),
    async revoke(id) {
      const done = await stores.scopedLinks.revoke(id, context.now());
      return done ? 'revoked' : refuse('credential-unknown');
    },
    async sendCode({ id, wrappedKey, address, language }) {
      const code = newDigits();
      await stores.scopedLinks.putCode(id, hashOf(`${id}/${code}`), context.after(LASTING.mailCode));
      const to = String(keyring.open(wrappedKey, keyName(id), keyName(id), address));
      await sendNotice(context, { kind: 'one-time-code', to, language, secret: code });
    },
    async prove({ id }, code) {
      const until = provedUntil(context);
      const isRight = await stores.scopedLinks.takeCode(id, hashOf(`${id}/${code}`), context.now(), until);
      return isRight ? until : refuse('proof-refused');
    },
    claim: ({ id }) => stores.scopedLinks.claim(id, context.now(), context.after(LASTING.claim)),
    settle: ({ id }, used) => stores.scopedLinks.settle(id, used ? context.now() : undefined),
  };
}
