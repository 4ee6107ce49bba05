import {
  BOOLEAN,
  code,
  DAY,
  EVIDENCE,
  id,
  LANGUAGE,
  list,
  number,
  optional,
  REFERENCE,
  TEXT,
  type CommandRule,
} from './command-rule';

/** Nomination, consent, selection and self-commitment. */
export const SELECTION_COMMANDS = {
  nominate: {
    by: ['university'],
    fields: {
      person: id('person'),
      programme: id('programme'),
      university: id('organisation'),
      agreement: id('agreement'),
      subject: TEXT,
      expectedDegreeOn: DAY,
    },
    guards: ['university-kind', 'agreement-in-force', 'adult', 'no-open-journey'],
    correctable: false,
  },
  'give-consent': {
    by: ['candidate'],
    fields: { consentVersion: REFERENCE, language: LANGUAGE },
    guards: ['consent-version-listed'],
    correctable: true,
  },
  score: {
    by: ['assessor'],
    fields: { assessor: REFERENCE, score: number(0, 100, 1), conflictOfInterest: BOOLEAN },
    guards: ['assessor-once'],
    correctable: true,
  },
  'decide-selection': {
    by: ['coordinator'],
    fields: { outcome: code('selected', 'waiting-list', 'rejected'), reason: optional(TEXT) },
    guards: ['selection-undecided'],
    correctable: true,
  },
  'issue-commitment': {
    by: ['coordinator'],
    fields: { textVersion: REFERENCE, languages: list(LANGUAGE, 1) },
    guards: ['text-approved'],
    correctable: true,
  },
  'sign-commitment': {
    by: ['candidate'],
    fields: { textVersion: REFERENCE, noFeesPaid: BOOLEAN, evidence: EVIDENCE },
    after: ['commitment-issued'],
    guards: ['text-as-issued', 'no-fees-paid', 'commitment-unsigned'],
    correctable: true,
  },
  'countersign-commitment': {
    by: ['coordinator'],
    fields: { evidence: EVIDENCE },
    after: ['commitment-signed'],
    correctable: true,
  },
  'withdraw-commitment': {
    by: ['candidate'],
    fields: { reason: TEXT },
    after: ['commitment-signed'],
    correctable: true,
  },
  'waive-commitment': {
    by: ['coordinator'],
    fields: { reason: TEXT, approvedBy: REFERENCE },
    guards: ['approved-by-second-person'],
    correctable: true,
  },
} as const satisfies Record<string, CommandRule>;
