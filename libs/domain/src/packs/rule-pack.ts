import type { Day } from '../day';
import type { Role } from '../roles';

/** S = statutory, P = practice of an authority, R = rule of the programme (domain.md §3.2). */
export type ClockKind = 'S' | 'P' | 'R';

/**
 * What a clock does when it is due. It never changes the stage and never proves an outcome: a person decides. Only `auto-close`,
 * which a template may ask for and no law, closes a journey from which nothing is heard (decide/auto-close.ts).
 */
export const CLOCK_EFFECTS = [
  'remind',
  'task',
  'escalate',
  'propose-close',
  'propose-hold',
  'propose-consent',
  'authority-late',
  'review',
  'watch',
  'auto-close',
] as const;
export type ClockEffect = (typeof CLOCK_EFFECTS)[number];

/** One rule of dated law with its source. Nothing here is legal advice. */
export interface PackRule {
  readonly code: string;
  readonly text: string;
  readonly source: string;
  readonly unverified?: true;
}

/** Facts that a clock of law or practice can run from; `clocks/anchors.ts` finds them in a journey. */
export type PackAnchor =
  | 'pre-approval-shown'
  | 'visa-filed'
  | 'agency-asked'
  | 'refused-with-instruction'
  | 'refused-without-instruction'
  | 'recognition-filed'
  | 'recognition-complete'
  | 'state-law-recognition-complete'
  | 'degree-statement-filed'
  | 'blue-card-statement-filed'
  | 'arrived'
  | 'title-ends'
  | 'ended-early'
  | 'stay-ended'
  | 'rejected'
  | 'work-agreed-abroad'
  | 'complaint-unacknowledged'
  | 'complaint-unanswered'
  | 'cost-of-candidate'
  | 'unresponsive'
  | 'hold-reviewed'
  | 'held-without-contact'
  | 'exam-taken'
  | 'no-fees-unstated'
  | 'offer-valid-until'
  | 'risk-open';

/** A deadline of law or practice. `fast` replaces `after` in the fast-track procedure. */
export interface PackClock extends PackRule {
  readonly kind: ClockKind;
  readonly anchor: PackAnchor;
  readonly after: string;
  readonly fast?: string;
  readonly ladder?: readonly string[];
  readonly effect: Exclude<ClockEffect, 'auto-close'>;
  readonly who: Role;
  /** Others who see it too. */
  readonly also?: readonly Role[];
  /** Moves on when it would end on a Saturday, Sunday or holiday (§ 193 BGB; unverified for authorities). */
  readonly workingDayEnd?: true;
  /** "As a rule": a late authority is shown, nothing is overdue by law. */
  readonly asARule?: true;
  /** Statutory, but of a procedure that nobody follows any more once the journey is closed; other statutory clocks run on. */
  readonly endsOnClose?: true;
}

/** Days a year on which students may work beside their studies: a half day has at most `halfDayHours`. */
export interface YearlyDays {
  readonly route: string;
  readonly fullDays: number;
  readonly halfDays: number;
  readonly halfDayHours: number;
  readonly from: Day;
}

/** Lowest yearly pay of a route, in euros. */
export interface PayFloor extends PackRule {
  readonly route: string;
  readonly yearlyEur: number;
}

/** Dated law as data: what was the rule on a day, and where it stands. `to` is absent while it goes on. */
export interface RulePack {
  readonly id: string;
  readonly from: Day;
  readonly to?: Day;
  /** The day somebody last read the sources. */
  readonly checkedOn: Day;
  /** Longest stay in months by route. */
  readonly maximumMonths: Readonly<Record<string, number>>;
  /** Longest total of all stays in months by route, over the studies. */
  readonly lifetimeMonths: Readonly<Record<string, number>>;
  readonly yearlyDays: readonly YearlyDays[];
  /** Routes whose host must undertake to cover public costs. */
  readonly hostUndertaking: readonly string[];
  /** Hourly, in euros; owed from day one when an internship nobody requires lasts over `minimumWageFromMonths`. */
  readonly minimumWageEur: number;
  readonly minimumWageFromMonths: number;
  readonly payFloors: readonly PayFloor[];
  readonly rules: readonly PackRule[];
  readonly clocks: readonly PackClock[];
}
