import {
  BOOLEAN,
  code,
  DAY,
  EVIDENCE,
  id,
  list,
  number,
  optional,
  REFERENCE,
  SIDE,
  TEXT,
  type CommandRule,
} from './command-rule';

const CONTRACT = id('contract');
/** A period of follow-up or of a check-in, such as P7D, P6M or 2025-03. */
const PERIOD = REFERENCE;

/** Work, settling and integration after the second entry. */
export const EMPLOYMENT_COMMANDS = {
  'amend-contract': {
    by: ['company'],
    about: 'contract',
    fields: {
      contract: CONTRACT,
      reason: TEXT,
      position: optional(TEXT),
      monthlyGrossEur: optional(number(1, 100_000)),
      fixedExtrasEur: optional(number(0, 1_000_000)),
      hoursPerWeek: optional(number(0.5, 60, 0.5)),
      startsOn: optional(DAY),
      evidence: EVIDENCE,
    },
    guards: ['contract-open'],
    correctable: true,
  },
  'start-work': {
    by: ['company'],
    about: 'contract',
    fields: {
      on: DAY,
      contract: CONTRACT,
      evidence: EVIDENCE,
      /** Of a full month, as the evidence shows it. */
      paidGrossEur: optional(number(0, 100_000)),
    },
    after: ['contract-concluded'],
    guards: ['stated-day-past', 'contract-open', 'not-in-work', 'title-covers-first-day'],
    correctable: true,
  },
  'end-employment': {
    by: ['company', 'candidate', 'coordinator'],
    about: 'contract',
    fields: {
      contract: CONTRACT,
      how: code('dismissed', 'dismissed-in-probation', 'quit', 'expired', 'mutual', 'insolvency'),
      by: SIDE,
      reason: TEXT,
      leaverReason: optional(code('residence-law', 'job', 'pay', 'family', 'region', 'country', 'other')),
      lastDay: DAY,
    },
    after: ['in-work'],
    correctable: true,
  },
  'record-registration': {
    by: ['candidate', 'municipality', 'coordinator'],
    fields: { evidence: EVIDENCE },
    correctable: true,
  },
  'record-bank': {
    by: ['candidate', 'coordinator'],
    fields: { evidence: optional(EVIDENCE) },
    correctable: true,
  },
  'record-notice': {
    by: ['company', 'coordinator'],
    fields: { kind: code('free-advice', 'early-end'), evidence: EVIDENCE },
    correctable: true,
  },
  'record-title-copy': { by: ['company'], fields: { evidence: EVIDENCE }, correctable: true },
  'plan-integration': {
    by: ['mentor', 'coordinator'],
    fields: { mentor: REFERENCE, goals: list(TEXT, 1) },
    correctable: true,
  },
  'check-in': {
    by: ['mentor', 'candidate'],
    fields: {
      period: PERIOD,
      wellbeing: number(1, 5, 1),
      risk: code('none', 'watch', 'at-risk', 'critical'),
      needs: list(
        code(
          'homesick',
          'housing',
          'childcare',
          'school',
          'language',
          'health',
          'authority',
          'money',
          'work',
          'contact',
          'other',
        ),
      ),
      note: optional(TEXT),
    },
    correctable: true,
  },
  'close-integration': {
    by: ['mentor', 'coordinator'],
    fields: { reason: TEXT },
    after: ['integration-planned'],
    correctable: true,
  },
  'record-retention': {
    by: ['company', 'coordinator'],
    fields: {
      period: code('P6M', 'P12M'),
      sameCompany: BOOLEAN,
      sameRegion: BOOLEAN,
      inGermany: BOOLEAN,
      betterPosition: optional(BOOLEAN),
      evidence: EVIDENCE,
    },
    guards: ['retention-period-over'],
    correctable: true,
  },
} as const satisfies Record<string, CommandRule>;
