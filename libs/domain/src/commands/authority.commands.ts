import {
  BOOLEAN,
  code,
  DAY,
  EVIDENCE,
  list,
  number,
  optional,
  REFERENCE,
  ROUTE,
  TEXT,
  type CommandRule,
} from './command-rule';

const STAY = number(1, 9, 1);
const ON = optional(DAY);
const LEVEL = code('A1', 'A2', 'B1', 'B2', 'C1', 'C2');

/** Steps of the title axis in the order an authority usually takes them (domain.md §3.2, §3.5). */
const TITLE_STEPS = [
  'fast-track-agreed',
  'agency-asked',
  'agency-query',
  'agency-answered',
  'agency-consented',
  'agency-refused',
  'pre-approval-received',
  'pre-approval-shown',
  'appointment-booked',
  'filed',
  'information-asked',
  'information-given',
  'suit-filed',
  'suit-decided',
  'refiled',
] as const;

/** Steps of a recognition procedure; a suspension stops the authority's clock, a resumption lets it run on. */
const RECOGNITION_STEPS = [
  'filed',
  'receipt-confirmed',
  'complete',
  'documents-asked',
  'documents-given',
  'suspended',
  'resumed',
  'extended',
] as const;

/** Title, recognition and language: what authorities and examiners decide. */
export const AUTHORITY_COMMANDS = {
  'choose-route': {
    by: ['coordinator'],
    fields: { stay: STAY, route: ROUTE, variant: optional(code('shortage', 'at-45')), fastTrack: BOOLEAN },
    correctable: true,
  },
  'record-title-step': {
    by: ['coordinator'],
    fields: {
      stay: STAY,
      step: code(...TITLE_STEPS),
      on: ON,
      evidence: optional(EVIDENCE),
      note: optional(TEXT),
    },
    guards: ['stated-day-past'],
    correctable: true,
  },
  'confirm-deemed-consent': {
    by: ['coordinator'],
    fields: { stay: STAY, reason: TEXT },
    after: ['agency-clock-ended'],
    correctable: true,
  },
  'refuse-title': {
    by: ['coordinator'],
    fields: {
      stay: STAY,
      ground: code(
        'incomplete',
        'means',
        'purpose',
        'documents',
        'security',
        'qualification',
        'offer',
        'other',
      ),
      notifiedOn: ON,
      remediesInstruction: BOOLEAN,
      evidence: EVIDENCE,
    },
    guards: ['stated-day-past'],
    correctable: true,
  },
  'file-title': {
    by: ['candidate', 'coordinator'],
    fields: { stay: STAY, on: ON, evidence: EVIDENCE },
    after: ['title-of-stay'],
    guards: ['stated-day-past', 'filed-in-time'],
    correctable: true,
  },
  'end-title': {
    by: ['coordinator'],
    fields: { stay: STAY, on: ON, reason: TEXT },
    after: ['title-of-stay'],
    guards: ['stated-day-past'],
    correctable: true,
  },
  'record-recognition-step': {
    by: ['coordinator'],
    fields: {
      procedure: REFERENCE,
      step: code(...RECOGNITION_STEPS),
      kind: optional(code('federal-law', 'state-law', 'degree-statement')),
      on: ON,
      fastTrack: optional(BOOLEAN),
      evidence: optional(EVIDENCE),
      note: optional(TEXT),
    },
    guards: ['stated-day-past'],
    correctable: true,
  },
  'decide-recognition': {
    by: ['coordinator'],
    fields: {
      procedure: REFERENCE,
      result: code('full', 'comparable', 'partial', 'refused'),
      deficits: optional(list(TEXT)),
      evidence: EVIDENCE,
    },
    correctable: true,
  },
  'record-degree': {
    by: ['university'],
    fields: { degreeOn: DAY, evidence: optional(EVIDENCE) },
    guards: ['stated-day-past'],
    correctable: true,
  },
  'plan-language': { by: ['coordinator'], fields: { level: LEVEL, by: ON }, correctable: true },
  'book-exam': {
    by: ['coordinator', 'candidate'],
    fields: { exam: REFERENCE, level: LEVEL, on: DAY },
    correctable: true,
  },
  'record-exam': {
    by: ['coordinator'],
    fields: {
      exam: REFERENCE,
      attempt: number(1, 20, 1),
      result: code('passed', 'partly-passed', 'failed', 'no-show'),
      modules: optional(
        list({
          kind: 'object',
          fields: { module: code('reading', 'listening', 'writing', 'speaking'), passed: BOOLEAN },
        }),
      ),
      certificateOn: ON,
      evidence: optional(EVIDENCE),
    },
    after: ['exam-booked'],
    guards: ['stated-day-past'],
    correctable: true,
  },
} as const satisfies Record<string, CommandRule>;
