import type { Clock, Day } from '@lotse/domain';

/** Languages that mails are written in. */
export type Language = 'de' | 'en' | 'ru' | 'ky';

/** One thing that fell due: ids and codes only. */
export interface LetterItem {
  readonly journey: string;
  readonly clock: string;
  readonly dueOn: Day;
  readonly effect: Clock['effect'];
}

/** Mails that carry a link or a code for one person, or figures for those who answer for data protection. */
export type NoticeKind =
  'invitation' | 'reset' | 'form-link' | 'one-time-code' | 'retention-due' | 'retention-done' | 'audit-head';

export interface Notice {
  readonly kind: NoticeKind;
  readonly secret: string;
}

/** One mail to one recipient. */
export interface Letter {
  /** Id of its outbox row: the same letter always has the same Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly programme: string;
  /** In the order they were due. */
  readonly items: readonly LetterItem[];
  /** True for somebody who stands in for the one that the things concern. */
  readonly standsIn?: boolean;
  /** Instead of things due. */
  readonly notice?: Notice;
}

/**
 * What the mail server said: `refused` for good, `later` when it may be tried again. The code is the server's reply or the
 * connection's fault, never its text, which may quote the address.
 */
export type Posted =
  { readonly result: 'accepted' } | { readonly result: 'refused' | 'later'; readonly code: string };

/** Sends mail. Implemented by libs/integrations/mail. */
export interface MailPort {
  send(letter: Letter): Promise<Posted>;
}
