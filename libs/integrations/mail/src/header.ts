import { createHash } from 'node:crypto';

/** What would end a header line or hide within one. */
const UNFIT = /[\p{Cc}\u2028\u2029]/u;

/** A value that must not stand in a mail's header. The message never quotes it. */
export class MailHeaderError extends Error {
  override readonly name = 'MailHeaderError';
  readonly code = 'mail-header-invalid';
  constructor(header: string) {
    super(`The mail's ${header} holds a line break or another control character and is not sent`);
  }
}

/** The value itself. @throws MailHeaderError when it could start another header */
export function headerValue(header: string, value: string): string {
  if (UNFIT.test(value)) throw new MailHeaderError(header);
  return value;
}

/**
 * The Message-ID of an outbox row: always the same, so that a mail sent twice is one to the receiving side; a digest, so
 * that ids do not show.
 * @param sender address in the From header, whose host it takes
 */
export function messageId(outboxId: string, sender: string): string {
  const digest = createHash('sha256').update(outboxId).digest('hex').slice(0, 40);
  return `<${digest}@${hostOf(sender)}>`;
}

const hostOf = (sender: string): string => /@([\w.-]+)>?\s*$/.exec(sender)?.[1] ?? 'lotse.invalid';
