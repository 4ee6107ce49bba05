import type { Role } from '@lotse/domain';
import type { ClockPort } from '../ports/clock.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { Language } from '../ports/mail.port';
import type {
  ContactPointRow,
  ContactPointStore,
  DeadMail,
  MailState,
  OutboxStore,
} from '../ports/outbox-store.port';

export interface AddressBookParts {
  readonly outbox: Pick<OutboxStore, 'dead' | 'revive' | 'drop'>;
  readonly contactPoints: ContactPointStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
}

/** Whom an address reaches, in one programme. */
export interface ContactPoint {
  readonly id: string;
  readonly programme: string;
  readonly role: Role;
  /** For roles that act for an organisation. */
  readonly organisation?: string;
  /** For a candidate. */
  readonly person?: string;
  readonly language: Language;
  /** Account that reads it; its deputies get the same mails while they stand in. */
  readonly account?: string;
  readonly address: string;
}

/** A contact point as it may be listed: the address stays sealed. */
export type ListedContactPoint = Omit<ContactPointRow, 'wrappedKey' | 'address'>;

/** Where mails go, and which of them nobody took. Needs no mail server. */
export interface AddressBook {
  /**
   * The same id again replaces the earlier one.
   * @throws MailAddressError when the address is none, or its account is not there
   */
  putContactPoint(contactPoint: ContactPoint): Promise<void>;
  /** With the address goes its key, and what waits for it. Harmless when there is none of the id. */
  removeContactPoint(id: string): Promise<void>;
  contactPoints(programme: string): Promise<ListedContactPoint[]>;
  /** Mails that a person has to look at, youngest first. */
  dead(limit: number): Promise<DeadMail[]>;
  /** Sends a dead mail again, by the worker and soon. Answers what the mail is now; one that was delivered stays so. */
  sendAgain(mail: string): Promise<MailState | 'unknown'>;
  /** Gives a dead mail up for good: it is on no list any more. Only a dead one is dropped. */
  drop(mail: string): Promise<MailState | 'dropped' | 'unknown'>;
}

const FAULTS = {
  'mail-address-invalid':
    'the address is not of the form name@host without spaces, quotes or control characters',
  'account-unknown': 'there is no account of that id',
} as const;

/** The message never quotes the address. */
export class MailAddressError extends Error {
  override readonly name = 'MailAddressError';
  constructor(
    contactPoint: string,
    readonly code: keyof typeof FAULTS,
  ) {
    super(`Contact point ${contactPoint}: ${FAULTS[code]}`);
  }
}

/** Plain addresses only: what could end a header or name a second recipient is refused. */
const ADDRESS = /^[^\s\p{C}"'`(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u;

/** Whose key seals a contact point's address, and the place it is sealed for. */
export const contactPointKey = (id: string): string => `contact-point/${id}`;

export function createAddressBook({ outbox, contactPoints, keyring, clock }: AddressBookParts): AddressBook {
  return {
    async putContactPoint({ address, ...rest }) {
      if (!ADDRESS.test(address)) throw new MailAddressError(rest.id, 'mail-address-invalid');
      const key = contactPointKey(rest.id);
      const { wrapped } = keyring.newPersonKey(key);
      const sealed = keyring.seal(wrapped, key, key, address);
      const row = { ...rest, wrappedKey: wrapped, address: sealed };
      if (!(await contactPoints.put(row, clock.now().toISOString())))
        throw new MailAddressError(rest.id, 'account-unknown');
    },
    removeContactPoint: (id) => contactPoints.remove(id),
    contactPoints: (programme) => contactPoints.list(programme),
    dead: (limit) => outbox.dead(limit),
    sendAgain: async (mail) => (await outbox.revive(mail)) ?? 'unknown',
    drop: async (mail) => {
      const dropped = await outbox.drop(mail);
      return dropped === 'dead' ? 'dropped' : (dropped ?? 'unknown');
    },
  };
}
