import type { Day, Instant, Role } from '@lotse/domain';
import type { Language, LetterItem, NoticeKind } from './mail.port';

/** Whom something concerns. A role without organisation and person is that role's office in the programme. */
export interface Recipient {
  readonly role: Role;
  readonly organisation?: string;
  readonly person?: string;
}

/** A fired clock with those it concerns; written with the fact, one row for each of their addresses known then. */
export interface Reminder extends LetterItem {
  readonly programme: string;
  readonly firedAt: Instant;
  readonly to: readonly Recipient[];
}

/** An address with whom it reaches. The address is personal data: sealed, under a key of its own that goes with it. */
export interface ContactPointRow extends Recipient {
  readonly id: string;
  /** Account that reads it; its deputies get the same mails while they stand in. */
  readonly account?: string;
  readonly programme: string;
  readonly language: Language;
  readonly wrappedKey: Buffer;
  readonly address: Buffer;
}

/** What an account keeps sealed of its owner; opened by libs/accounts. */
export interface SealedAccount {
  readonly id: string;
  readonly wrappedKey: Buffer;
  readonly details: Buffer;
}

/** One mail as stored. */
export interface StoredMail {
  readonly id: string;
  readonly contactPoint: string;
  readonly programme: string;
  readonly language: Language;
  readonly items: readonly LetterItem[];
  readonly state: MailState;
  /** A deputy, who is written to at the address of their account. */
  readonly deputy?: SealedAccount;
  /** Absent when the contact point was removed. */
  readonly sealed?: { readonly wrappedKey: Buffer; readonly address: Buffer };
  /** Of a notice: address and secret, sealed together under the place `notice/<id>`; gone once it was delivered or given up. */
  readonly notice?: { readonly kind: NoticeKind; readonly wrappedKey: Buffer; readonly sealed: Buffer };
}
export type MailState = 'waiting' | 'delivered' | 'dead';

/** A mail that nobody will try again. */
export interface DeadMail {
  readonly id: string;
  readonly contactPoint: string;
  readonly attempts: number;
  readonly code: string;
  readonly diedAt: Instant;
}

export interface MergeRules {
  readonly programme: string;
  /** The programme's day: a contact point gets one mail of each. */
  readonly day: Day;
  readonly now: Instant;
  /** Merged are the reminders of those who got no further one since then … */
  readonly quietSince: Instant;
  /** … or have one that has waited since then. */
  readonly waitingSince: Instant;
}

/** Reminders and the mails made of them. */
export interface OutboxStore {
  /** Programmes with reminders that are in no mail yet; the zone where its record names one. */
  waiting(): Promise<{ readonly programme: string; readonly timeZone?: string }[]>;
  /**
   * Makes one mail of all that waits for a contact point, unless it had one that day. Answers how many. Who stands in on that day
   * for the account of a contact point gets a mail of the same things, once, but for what an address of their own tells them.
   */
  merge(rules: MergeRules): Promise<number>;
  /** Ids of up to `limit` mails that nobody carries, held for `leaseMs`. */
  claim(limit: number, leaseMs: number): Promise<string[]>;
  /** Leaves a mail to its delivery for this long. */
  hold(id: string, leaseMs: number): Promise<void>;
  find(id: string): Promise<StoredMail | undefined>;
  /** Notes an attempt and what became of it. */
  note(id: string, state: MailState, at: Instant, code?: string): Promise<void>;
  /** Youngest first. */
  dead(limit: number): Promise<DeadMail[]>;
  /** Lets a dead mail wait for its delivery again. Answers what it is now; undefined when there is none of the id. */
  revive(id: string): Promise<MailState | undefined>;
  /** Takes a mail away for good if it is dead. Answers what it was; undefined when there is none of the id. */
  drop(id: string): Promise<MailState | undefined>;
}

export interface ContactPointStore {
  /** The same id again replaces the earlier one. False, and nothing is kept, when there is no such account. */
  put(row: ContactPointRow, at: Instant): Promise<boolean>;
  /** With the address goes its key, and what waits for it. */
  remove(id: string): Promise<void>;
  list(programme: string): Promise<Omit<ContactPointRow, 'wrappedKey' | 'address'>[]>;
}
