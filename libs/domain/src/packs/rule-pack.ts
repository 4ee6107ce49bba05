import type { Day } from '../day';

/** One rule of dated law with its source. Nothing here is legal advice. */
export interface PackRule {
  readonly code: string;
  readonly text: string;
  readonly source: string;
  readonly unverified?: true;
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
  /** Routes whose host must undertake to cover public costs. */
  readonly hostUndertaking: readonly string[];
  readonly rules: readonly PackRule[];
}
