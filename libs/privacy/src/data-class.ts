/** From which event a period runs (DIN 66398: event + fixed period per class, few classes). */
export const STARTS = {
  'programme-ended': 'the end of the programme',
  'not-selected': 'the rejection, or the close of a journey without a selection',
  'consent-given': 'the last consent',
  'journey-closed': 'the close of the journey',
  'account-ended': 'the day the account was disabled',
  expired: 'its own expiry',
  delivered: 'the delivery, or the day it was given up',
  recorded: 'the day it was recorded',
  answered: 'the answer',
  never: 'no event: it holds nothing of a person',
} as const;
export type Start = keyof typeof STARTS;

export interface DataClass {
  readonly words: string;
  readonly starts: Start;
  /** ISO 8601 duration after the start; absent where nothing of a person is held. */
  readonly period?: string;
  readonly basis: string;
  /** True while nobody has checked the basis against its source. */
  readonly unverified?: true;
}

/**
 * Classes of data with the retention that ships; an installation may set other periods, which its data protection officer confirms.
 * Basis: reliability of the field's practice, see docs/privacy.
 */
export const DATA_CLASSES = {
  'journey-record': {
    words: 'Journey, facts and figures: evidence for the grant',
    starts: 'programme-ended',
    period: 'P5Y',
    basis: 'Grant notice; preset after ANBest-P and the rules of the ESF+',
    unverified: true,
  },
  'rejected-application': {
    words: 'Application that did not lead to a selection',
    starts: 'not-selected',
    period: 'P6M',
    basis: '§ 15(4) AGG (P2M) and § 61b ArbGG (P3M)',
  },
  'talent-pool': {
    words: 'Application kept by consent for later programmes',
    starts: 'consent-given',
    period: 'P1Y',
    basis: 'Consent, Art. 6(1)(a) GDPR; the length is our choice',
  },
  'identity-document': {
    words: 'Copies of passports and titles',
    starts: 'journey-closed',
    period: 'P30D',
    basis: 'Art. 5(1)(c) GDPR',
  },
  complaint: {
    words: 'Confidential complaints',
    starts: 'answered',
    period: 'P3Y',
    basis: '§ 195 BGB',
    unverified: true,
  },
  account: {
    words: 'Accounts and what they hold',
    starts: 'account-ended',
    period: 'P1Y',
    basis: 'Art. 6(1)(b) GDPR',
  },
  'sign-in': { words: 'Sessions, links, codes', starts: 'expired', period: 'P7D', basis: 'Art. 32 GDPR' },
  mail: { words: 'Mails and reminders', starts: 'delivered', period: 'P90D', basis: 'Art. 5(1)(e) GDPR' },
  audit: {
    words: 'Audit trail, pseudonymous',
    starts: 'recorded',
    period: 'P3Y',
    basis: 'Art. 5(2) and 32 GDPR',
  },
  working: {
    words: 'Derived rows: gone with what they are derived from',
    starts: 'programme-ended',
    period: 'P5Y',
    basis: 'As the journey they belong to',
  },
  network: { words: 'Organisations, templates and settings', starts: 'never', basis: 'No data of a person' },
} as const satisfies Record<string, DataClass>;
export type DataClassName = keyof typeof DATA_CLASSES;
