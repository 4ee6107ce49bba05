import type { NoticeKind } from '@lotse/journeys';

/** Mails by what fell due; several things at once make a digest. */
export const TEMPLATES = ['reminder', 'escalation', 'proposal', 'task', 'closure', 'digest'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export interface TemplateText {
  /** Stands in clear on every server on the way: no name, no id of a journey. `{count}` is the number of things due. */
  readonly subject: string;
  readonly opening: string;
}

/** A mail with a link or a code for one person. */
export interface NoticeText {
  readonly subject: string;
  readonly opening: string;
  /** What to do when one did not ask for it, and how long it holds. */
  readonly hint: string;
}

/** Everything a mail says in one language. */
export interface Catalogue {
  readonly templates: Readonly<Record<TemplateName, TemplateText>>;
  /** What one thing is called within a digest. */
  readonly kinds: Readonly<Record<Exclude<TemplateName, 'digest'>, string>>;
  /** One thing due, with `{what}`, `{date}` and `{journey}`. */
  readonly item: string;
  /** What was not done in time; `{what}`. */
  readonly missed: string;
  /** For a deadline without a name of its own; `{code}`. */
  readonly other: string;
  /** `{programme}` */
  readonly programme: string;
  readonly closing: string;
  /** Said to a deputy. */
  readonly standsIn: string;
  readonly notices: Readonly<Record<NoticeKind, NoticeText>>;
  /** Said below a notice. */
  readonly noticeClosing: string;
  /** What guards ask for, by code; somebody may be reminded of one by hand. */
  readonly guards: Readonly<Record<string, string>>;
  /** Deadlines by code. */
  readonly clocks: Readonly<Record<string, string>>;
}
