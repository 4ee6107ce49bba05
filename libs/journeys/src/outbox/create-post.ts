import type { Role } from '@lotse/domain';
import type { ClockPort } from '../ports/clock.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { Language, MailPort } from '../ports/mail.port';
import type { ContactPointStore, DeadMail, OutboxStore } from '../ports/outbox-store.port';
import { dayIn, zoneOf } from '../zone';

export interface PostParts {
  readonly outbox: OutboxStore;
  readonly contactPoints: ContactPointStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
  readonly mail: MailPort;
  /** How long a recipient must have got nothing new before the mail of the day is made, in milliseconds. */
  readonly quietMs?: number;
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
  readonly address: string;
}

/** Everything between a fired clock and the mail server. */
export interface Post {
  /** @throws MailAddressError when the address is none */
  putContactPoint(contactPoint: ContactPoint): Promise<void>;
  removeContactPoint(id: string): Promise<void>;
  /** Makes the mails of the day of what has waited long enough. Answers how many; idempotent. */
  merge(): Promise<number>;
  /** Hands one mail to the server; what was delivered before is not sent again. @throws MailDeferredError to be tried again */
  deliver(outboxId: string): Promise<'delivered' | 'dead' | 'unknown'>;
  /** Leaves a mail as a dead letter. */
  giveUp(outboxId: string): Promise<'delivered' | 'dead' | 'unknown'>;
  /** Mails that a person has to look at, youngest first. */
  dead(limit: number): Promise<DeadMail[]>;
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

/** The message never quotes the address. */
export class MailAddressError extends Error {
  override readonly name = 'MailAddressError';
  readonly code = 'mail-address-invalid';
  constructor(contactPoint: string) {
    super(
      `Contact point ${contactPoint}: the address is not of the form name@host without spaces, quotes or control characters`,
    );
  }
}

/** Clocks of one outage fire within seconds of each other. */
const QUIET_MS = 60_000;
/** Nobody waits longer for a mail because something new keeps coming. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** Plain addresses only: what could end a header or name a second recipient is refused. */
const ADDRESS = /^[^\s\p{C}"'`(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u;

const keyName = (id: string): string => `contact-point/${id}`;

/** Composes the post from its ports. */
export function createPost(parts: PostParts): Post {
  const { outbox, contactPoints, keyring, clock, mail, quietMs = QUIET_MS } = parts;
  const now = (): string => clock.now().toISOString();
  const before = (ms: number): string => new Date(clock.now().getTime() - ms).toISOString();

  async function giveUp(outboxId: string): Promise<'delivered' | 'dead' | 'unknown'> {
    const stored = await outbox.find(outboxId);
    if (stored === undefined) return 'unknown';
    if (stored.state === 'waiting') await outbox.note(outboxId, 'dead', now());
    return stored.state === 'delivered' ? 'delivered' : 'dead';
  }

  return {
    giveUp,
    async putContactPoint({ address, ...rest }) {
      if (!ADDRESS.test(address)) throw new MailAddressError(rest.id);
      const { wrapped } = keyring.newPersonKey(keyName(rest.id));
      const sealed = keyring.seal(wrapped, keyName(rest.id), keyName(rest.id), address);
      await contactPoints.put({ ...rest, wrappedKey: wrapped, address: sealed }, now());
    },
    removeContactPoint: (id) => contactPoints.remove(id),
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
      const { state, sealed, contactPoint, language, programme, items } = stored;
      if (state !== 'waiting') return state;
      if (sealed === undefined) {
        await outbox.note(outboxId, 'dead', now(), 'contact-point-gone');
        return 'dead';
      }
      const place = keyName(contactPoint);
      const to = keyring.open(sealed.wrappedKey, place, place, sealed.address);
      if (typeof to !== 'string')
        throw new TypeError(`The address of contact point ${contactPoint} is no text`);
      const posted = await mail.send({ id: outboxId, to, language, programme, items });
      if (posted.result === 'accepted') {
        await outbox.note(outboxId, 'delivered', now());
        return 'delivered';
      }
      await outbox.note(outboxId, posted.result === 'refused' ? 'dead' : 'waiting', now(), posted.code);
      if (posted.result === 'refused') return 'dead';
      throw new MailDeferredError(outboxId, posted.code);
    },
    dead: (limit) => outbox.dead(limit),
  };
}
