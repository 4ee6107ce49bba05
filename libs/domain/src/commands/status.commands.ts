import { CLOCK_EFFECTS } from '../packs/rule-pack';
import { BOOLEAN, code, DAY, id, optional, REFERENCE, SIDE, TEXT, type CommandRule } from './command-rule';

/** Moving the journey, its status, and repairing the record (domain.md, rules 3, 11, 12, 13). */
export const STATUS_COMMANDS = {
  advance: { by: ['coordinator'], fields: { to: REFERENCE }, correctable: false },
  withdraw: {
    by: ['candidate'],
    fields: { reason: TEXT, outcome: optional(REFERENCE), returnable: optional(BOOLEAN) },
    correctable: false,
  },
  close: {
    by: ['coordinator'],
    fields: { outcome: REFERENCE, party: SIDE, returnable: BOOLEAN, reason: optional(TEXT) },
    correctable: false,
  },
  reopen: { by: ['coordinator'], fields: { reason: TEXT }, guards: ['no-open-journey'], correctable: false },
  hold: {
    by: ['coordinator'],
    fields: { reason: TEXT, reviewOn: optional(DAY) },
    after: ['journey-open'],
    correctable: false,
  },
  resume: {
    by: ['coordinator'],
    fields: { reason: optional(TEXT) },
    after: ['journey-on-hold'],
    correctable: false,
  },
  reverse: {
    by: ['coordinator'],
    fields: { to: REFERENCE, reason: TEXT },
    guards: ['stage-reached-before'],
    correctable: false,
  },
  'stop-clock': {
    by: ['coordinator'],
    fields: { clock: REFERENCE, reason: TEXT, evidence: optional(REFERENCE) },
    after: ['clock-runs'],
    correctable: true,
  },
  'resume-clock': {
    by: ['coordinator'],
    fields: { clock: REFERENCE, reason: optional(TEXT), evidence: optional(REFERENCE) },
    after: ['clock-stopped'],
    correctable: true,
  },
  'extend-clock': {
    by: ['coordinator'],
    fields: { clock: REFERENCE, until: DAY, reason: TEXT, evidence: optional(REFERENCE) },
    after: ['clock-runs'],
    correctable: true,
  },
  'merge-person': {
    by: ['administrator'],
    fields: { into: id('person'), reason: TEXT, approvedBy: REFERENCE },
    guards: ['approved-by-second-person', 'no-open-journey'],
    whenClosed: true,
    correctable: false,
  },
  'migrate-template': {
    by: ['coordinator', 'administrator'],
    fields: { template: { kind: 'title' }, stage: REFERENCE, reason: TEXT },
    guards: ['template-published', 'stage-of-target'],
    correctable: false,
  },
  void: {
    by: ['coordinator'],
    fields: { reason: TEXT, approvedBy: REFERENCE },
    guards: ['approved-by-second-person'],
    whenClosed: true,
    correctable: false,
  },
  correct: {
    by: ['coordinator'],
    fields: {
      supersedes: id('command'),
      happenedOn: optional(DAY),
      data: optional({ kind: 'changes' }),
      strike: optional(BOOLEAN),
      reason: TEXT,
      approvedBy: optional(REFERENCE),
    },
    guards: ['approved-by-second-person'],
    whenClosed: true,
    correctable: false,
  },
  'fire-clock': {
    by: ['system'],
    fields: {
      clock: REFERENCE,
      dueOn: DAY,
      effect: code(...CLOCK_EFFECTS),
    },
    whenClosed: true,
    correctable: false,
  },
} as const satisfies Record<string, CommandRule>;
