import type { ClockPort } from '../ports/clock.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { MailPort } from '../ports/mail.port';
import type { ContactPointStore, OutboxStore, SealedAccount } from '../ports/outbox-store.port';
import { dayIn, zoneOf } from '../zone';
import { createAddressBook, type AddressBook } from './address-book';
import { letterOf } from './letter-of';

export interface PostParts {
  readonly outbox: OutboxStore;
  readonly contactPoints: ContactPointStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
  readonly mail: MailPort;
  /** Reads the address of an account; undefined when it has none. */
  readonly emailOf: (account: SealedAccount) => string | undefined;
  /** How long a recipient must have got nothing new before the mail of the day is made, in milliseconds. */
  readonly quietMs?: number;
}

/** Everything between a fired clock and the mail server. */
export interface Post extends AddressBook {
  /** Makes the mails of the day of what has waited long enough. Answers how many; idempotent. */
  merge(): Promise<number>;
  /** Hands one mail to the server; what was delivered before is not sent again. @throws MailDeferredError to be tried again */
  deliver(outboxId: string): Promise<'delivered' | 'dead' | 'unknown'>;
  /** Leaves a mail as a dead letter. */
  giveUp(outboxId: string): Promise<'delivered' | 'dead' | 'unknown'>;
}

/** The mail server, or the way to it, does not take the mail now. `code` is its reply code or the connection's fault. */
export class MailDeferredError extends Error {
  override readonly name = 'MailDeferredError';
  constructor(
    outboxId: string,
    readonly code: string,
  ) {
    super(`Mail ${outboxId} was not taken (${code}) and is tried again later`);
  }
}

/** Clocks of one outage fire within seconds of each other. */
const QUIET_MS = 60_000;
/** Nobody waits longer for a mail because something new keeps coming. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** Composes the post from its ports. */
export function createPost(parts: PostParts): Post {
  const { outbox, keyring, clock, mail, emailOf, quietMs = QUIET_MS } = parts;
  const now = (): string => clock.now().toISOString();
  const before = (ms: number): string => new Date(clock.now().getTime() - ms).toISOString();

  async function giveUp(outboxId: string): Promise<'delivered' | 'dead' | 'unknown'> {
    const stored = await outbox.find(outboxId);
    if (stored === undefined) return 'unknown';
    if (stored.state === 'waiting') await outbox.note(outboxId, 'dead', now());
    return stored.state === 'delivered' ? 'delivered' : 'dead';
  }

  return {
    ...createAddressBook(parts),
    giveUp,
    async merge() {
      let merged = 0;
      for (const { programme, ...record } of await outbox.waiting()) {
        const rules = { now: now(), quietSince: before(quietMs), waitingSince: before(LONGEST_WAIT_MS) };
        merged += await outbox.merge({ programme, day: dayIn(zoneOf(record), clock.now()), ...rules });
      }
      return merged;
    },
    async deliver(outboxId) {
      const stored = await outbox.find(outboxId);
      if (stored === undefined) return 'unknown';
      if (stored.state !== 'waiting') return stored.state;
      const letter = letterOf(keyring, emailOf, stored);
      if (letter === undefined) {
        await outbox.note(outboxId, 'dead', now(), 'contact-point-gone');
        return 'dead';
      }
      const posted = await mail.send(letter);
      if (posted.result === 'accepted') {
        await outbox.note(outboxId, 'delivered', now());
        return 'delivered';
      }
      await outbox.note(outboxId, posted.result === 'refused' ? 'dead' : 'waiting', now(), posted.code);
      if (posted.result === 'refused') return 'dead';
      throw new MailDeferredError(outboxId, posted.code);
    },
  };
}
