import { BOOLEAN, code, DAY, EVIDENCE, HALF_DAYS, id, number, optional, REFERENCE, ROUTE, TEXT, type CommandRule } from './command-rule';

const PLACEMENT = id('placement');
const MONTH = { kind: 'month' } as const;

/** Placement, stay in Germany and internship months. */
export const PLACEMENT_COMMANDS = {
  'reserve-placement': {
    by: ['coordinator'],
    about: 'placement',
    fields: {
      placement: PLACEMENT, company: id('organisation'), site: { kind: 'title' }, from: DAY, to: DAY, hoursPerWeek: number(0.5, 60, 0.5), route: ROUTE,
      goal: TEXT, supervision: TEXT, legalRelation: TEXT, hostCoversPublicCosts: BOOLEAN, mandatory: optional(BOOLEAN), monthlyPayEur: optional(number(0, 100_000)),
    },
    guards: ['id-free', 'company-kind', 'days-in-order'],
    correctable: true,
  },
  'agree-placement': {
    by: ['company'],
    about: 'placement',
    fields: { placement: PLACEMENT, mentor: REFERENCE },
    after: ['placement-not-cancelled'],
    guards: ['placement-unagreed', 'placement-not-ended', 'within-full-time'],
    correctable: true,
  },
  'opt-in': { by: ['candidate'], about: 'placement', fields: { placement: PLACEMENT }, after: ['mentor-named', 'placement-not-cancelled'], guards: ['candidate-not-opted-in', 'placement-not-ended'], correctable: true },
  'cancel-placement': {
    by: ['coordinator', 'company', 'candidate'],
    about: 'placement',
    fields: { placement: PLACEMENT, reason: TEXT },
    guards: ['placement-not-cancelled', 'placement-not-started', 'placement-not-ended'],
    correctable: true,
  },
  'sign-agreement': {
    by: ['university', 'company', 'candidate'],
    about: 'placement',
    fields: { placement: PLACEMENT, party: code('university', 'company', 'candidate'), evidence: EVIDENCE },
    after: ['placement-not-cancelled'],
    guards: ['party-is-actor', 'party-not-signed', 'placement-not-ended', 'agreement-lawful'],
    correctable: true,
  },
  'grant-title': { by: ['coordinator'], fields: { stay: number(1, 9, 1), route: ROUTE, validFrom: DAY, validTo: DAY, evidence: EVIDENCE }, guards: ['days-in-order'], correctable: true },
  'record-insurance': { by: ['coordinator'], fields: { from: DAY, evidence: EVIDENCE }, correctable: true },
  'record-housing': { by: ['coordinator'], fields: { place: TEXT }, correctable: true },
  arrive: { by: ['candidate'], about: 'placement', fields: { placement: optional(PLACEMENT), stay: optional(number(2, 9, 1)) }, guards: ['arrival-meant', 'placement-not-cancelled'], correctable: true },
  'start-internship': {
    by: ['mentor'],
    about: 'placement',
    fields: { placement: PLACEMENT },
    after: ['mentor-named', 'candidate-opted-in', 'placement-not-cancelled'],
    guards: ['placement-unstarted', 'placement-not-ended'],
    correctable: true,
  },
  'interrupt-placement': { by: ['mentor'], about: 'placement', fields: { placement: PLACEMENT, reason: TEXT }, after: ['placement-started'], guards: ['placement-not-ended', 'placement-running'], correctable: true },
  'resume-placement': { by: ['mentor'], about: 'placement', fields: { placement: PLACEMENT, reason: optional(TEXT) }, after: ['placement-interrupted'], guards: ['placement-not-ended'], correctable: true },
  'end-placement': {
    by: ['mentor', 'company', 'coordinator'],
    about: 'placement',
    fields: { placement: PLACEMENT, how: code('planned', 'early', 'no-show'), lastDay: DAY, reason: optional(TEXT) },
    after: ['start-or-no-show', 'placement-not-cancelled'],
    guards: ['placement-not-ended', 'last-day-after-start'],
    correctable: true,
  },
  'confirm-month': {
    by: ['mentor'],
    about: 'placement',
    fields: { placement: PLACEMENT, month: MONTH, workedDays: HALF_DAYS, plannedDays: HALF_DAYS, evidence: EVIDENCE },
    after: ['placement-started'],
    guards: ['month-of-stay', 'month-begun', 'planned-days', 'month-unconfirmed'],
    correctable: true,
  },
  'contest-month': {
    by: ['candidate'],
    about: 'placement',
    fields: { placement: PLACEMENT, month: MONTH, reason: TEXT, workedDays: optional(HALF_DAYS), plannedDays: optional(HALF_DAYS), evidence: optional(EVIDENCE) },
    after: ['month-confirmed'],
    correctable: true,
  },
  evaluate: {
    by: ['mentor', 'company', 'candidate'],
    about: 'placement',
    fields: { placement: PLACEMENT, party: code('mentor', 'company', 'candidate'), rating: number(1, 5, 1), comment: optional(TEXT) },
    after: ['placement-has-ended'],
    guards: ['party-is-actor', 'party-not-evaluated'],
    correctable: true,
  },
  recommend: { by: ['company'], about: 'placement', fields: { placement: PLACEMENT, recommended: BOOLEAN, reason: optional(TEXT) }, after: ['placement-has-ended'], correctable: true },
} as const satisfies Record<string, CommandRule>;
