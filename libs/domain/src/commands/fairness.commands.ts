import {
  BOOLEAN,
  code,
  DAY,
  EVIDENCE,
  number,
  optional,
  REFERENCE,
  TEXT,
  type CommandRule,
} from './command-rule';

/** Fair recruitment, contact, participation data and family (domain.md §3.4, §3.6). */
export const FAIRNESS_COMMANDS = {
  'state-no-fees': {
    by: ['candidate'],
    fields: {
      occasion: code('commitment', 'visa', 'follow-up'),
      noFeesPaid: BOOLEAN,
      evidence: optional(EVIDENCE),
    },
    correctable: true,
  },
  'record-cost': {
    by: ['coordinator', 'candidate', 'company'],
    fields: {
      cost: REFERENCE,
      payer: code('candidate', 'company', 'programme', 'university', 'funder', 'agency'),
      kind: code(
        'recruitment',
        'translation',
        'language',
        'recognition',
        'visa',
        'travel',
        'insurance',
        'housing',
        'other',
      ),
      amountEur: number(0, 1_000_000),
      evidence: optional(EVIDENCE),
    },
    guards: ['cost-new'],
    correctable: true,
  },
  'repay-cost': {
    by: ['coordinator', 'company'],
    fields: { cost: REFERENCE, evidence: EVIDENCE },
    after: ['cost-recorded'],
    correctable: true,
  },
  inform: {
    by: ['coordinator'],
    fields: { textVersion: REFERENCE, talkOn: DAY },
    guards: ['stated-day-past'],
    correctable: true,
  },
  'record-contact-attempt': {
    by: ['coordinator', 'mentor', 'university'],
    fields: {
      channel: code('phone', 'mail', 'messenger', 'letter', 'visit', 'third-party'),
      result: code('reached', 'not-reached'),
    },
    correctable: true,
  },
  complain: { by: ['candidate'], fields: { complaint: REFERENCE, text: TEXT }, correctable: true },
  'answer-complaint': {
    by: ['coordinator', 'data-protection-lead'],
    fields: { complaint: REFERENCE, step: code('acknowledged', 'answered'), outcome: optional(TEXT) },
    after: ['complaint-filed'],
    correctable: true,
  },
  'record-participation': {
    by: ['coordinator'],
    fields: {
      moment: code('entry', 'exit'),
      work: code('unemployed', 'long-term-unemployed', 'inactive', 'employed'),
      education: code('isced-0-2', 'isced-3-4', 'isced-5-8'),
      result: optional(code('job-search', 'education', 'qualification', 'work')),
      disability: optional(BOOLEAN),
      foreignBackground: optional(BOOLEAN),
      minority: optional(BOOLEAN),
      homeless: optional(BOOLEAN),
      rural: optional(BOOLEAN),
    },
    correctable: true,
  },
  'record-dependant': {
    by: ['coordinator', 'candidate'],
    fields: {
      dependant: REFERENCE,
      kind: code('spouse', 'child', 'other'),
      travels: BOOLEAN,
      stay: number(1, 9, 1),
      consentOn: optional(DAY),
    },
    correctable: true,
  },
} as const satisfies Record<string, CommandRule>;
