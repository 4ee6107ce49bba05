import type { MailPort, Posted } from '@lotse/journeys';
import { createTransport } from 'nodemailer';
import { composeLetter } from './compose-letter';
import { headerValue, MailHeaderError, messageId } from './header';
import { smtpOptions } from './smtp-options';

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; see `smtpOptions`. */
  readonly url: string;
  /** Sender, `address@host` or `Name <address@host>`. */
  readonly from: string;
  /** How long the server may say nothing, in milliseconds. */
  readonly silenceMs?: number;
}

/** A server that accepts and then says nothing must not hold a delivery for long. */
const SILENCE_MS = 20_000;

/** Mail over SMTP: one connection per mail, at human pace. @throws TypeError when the address cannot serve */
export function createSmtpMail({ url, from, silenceMs = SILENCE_MS }: SmtpSettings): MailPort {
  const transport = createTransport({ ...smtpOptions(url), socketTimeout: silenceMs });
  return {
    async send(letter): Promise<Posted> {
      const { subject, text, html } = composeLetter(letter);
      try {
        await transport.sendMail({
          from: headerValue('sender', from),
          to: { name: '', address: headerValue('recipient', letter.to) },
          subject: headerValue('subject', subject),
          text,
          html,
          messageId: messageId(letter.id, from),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
        });
        return { result: 'accepted' };
      } catch (error) {
        return postedOf(error);
      }
    },
  };
}

/**
 * A reply of 5xx to the recipient or the text is final. To the sender's own address, to the sign-in or to the connection it
 * is a matter of configuration that somebody will put right, so the mail waits.
 */
function postedOf(error: unknown): Posted {
  if (error instanceof MailHeaderError) return { result: 'refused', code: error.code };
  const { code, responseCode, command } = faultOf(error);
  if (responseCode === undefined) return { result: code === 'EENVELOPE' ? 'refused' : 'later', code };
  const isOurs = code !== 'EENVELOPE' && code !== 'EMESSAGE';
  const isFinal = responseCode >= 500 && !isOurs && command !== 'MAIL FROM';
  return { result: isFinal ? 'refused' : 'later', code: `smtp-${responseCode}` };
}

function faultOf(error: unknown): { code: string; responseCode?: number; command?: string } {
  if (typeof error !== 'object' || error === null) return { code: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const replied = 'responseCode' in error ? error.responseCode : undefined;
  const command = 'command' in error ? error.command : undefined;
  return {
    code,
    ...(typeof replied === 'number' ? { responseCode: replied } : {}),
    ...(typeof command === 'string' ? { command } : {}),
  };
}
