import type { Actor, JsonObject, Role } from '@lotse/domain';
import { AXIS_DECLARED } from './axis-samples';
import { CONTRACT, PLACEMENT, stepOf } from './ordinary-journey';

/** What domain.md says of one command: who gives it, what it must and may carry. Written from the document alone. */
export interface Declared {
  readonly by: readonly Role[];
  readonly required: JsonObject;
  readonly optional?: JsonObject;
}

const data = (label: string): JsonObject => stepOf(label).data;
const REASON = 'said so';
const month = { placement: 'pl-1', month: '2026-03', workedDays: 20, plannedDays: 20, evidence: 'm' };

/** The command table of domain.md §0, with a right value for every field. */
export const DECLARED: Readonly<Record<string, Declared>> = {
  ...AXIS_DECLARED,
  nominate: { by: ['university'], required: data('nominate') },
  'give-consent': {
    by: ['candidate'],
    required: data('give-consent'),
    optional: { purpose: 'participation' },
  },
  score: { by: ['assessor'], required: data('score.1') },
  'decide-selection': {
    by: ['coordinator'],
    required: { outcome: 'selected' },
    optional: { reason: REASON },
  },
  advance: { by: ['coordinator'], required: { to: 'SEL' } },
  'issue-commitment': { by: ['coordinator'], required: data('issue-commitment') },
  'sign-commitment': { by: ['candidate'], required: data('sign-commitment') },
  'countersign-commitment': { by: ['coordinator'], required: { evidence: 'sv' } },
  'withdraw-commitment': { by: ['candidate'], required: { reason: REASON } },
  'waive-commitment': { by: ['coordinator'], required: { reason: REASON, approvedBy: 'second-person' } },
  'reserve-placement': {
    by: ['coordinator'],
    required: PLACEMENT,
    optional: { mandatory: true, monthlyPayEur: 500 },
  },
  'agree-placement': { by: ['company'], required: { placement: 'pl-1', mentor: 'm-1' } },
  'opt-in': { by: ['candidate'], required: { placement: 'pl-1' } },
  'cancel-placement': {
    by: ['coordinator', 'company', 'candidate'],
    required: { placement: 'pl-1', reason: REASON },
  },
  'sign-agreement': {
    by: ['university', 'company', 'candidate'],
    required: { placement: 'pl-1', party: 'company', evidence: 'agr' },
    optional: { approvedBy: 'second-person' },
  },
  'grant-title': {
    by: ['coordinator'],
    required: data('grant-title'),
    optional: { kind: 'visa' },
  },
  'record-insurance': { by: ['coordinator'], required: { from: '2026-03-01', evidence: 'ins' } },
  'record-housing': {
    by: ['coordinator'],
    required: { place: 'Oschatz' },
    optional: { municipality: 'oschatz' },
  },
  arrive: { by: ['candidate'], required: {}, optional: { placement: 'pl-1', stay: 2 } },
  'start-internship': { by: ['mentor'], required: { placement: 'pl-1' } },
  'interrupt-placement': { by: ['mentor'], required: { placement: 'pl-1', reason: REASON } },
  'resume-placement': { by: ['mentor'], required: { placement: 'pl-1' }, optional: { reason: REASON } },
  'end-placement': {
    by: ['mentor', 'company', 'coordinator'],
    required: { placement: 'pl-1', how: 'planned', lastDay: '2026-05-29' },
    optional: { reason: REASON },
  },
  'confirm-month': {
    by: ['mentor'],
    required: month,
    optional: { absences: [{ kind: 'illness', days: 1.5 }], mentorHours: 2.25 },
  },
  'contest-month': {
    by: ['candidate'],
    required: { placement: 'pl-1', month: '2026-03', reason: REASON },
    optional: { workedDays: 19.5, plannedDays: 20, evidence: 'm' },
  },
  evaluate: {
    by: ['mentor', 'company', 'candidate'],
    required: { placement: 'pl-1', party: 'company', rating: 4 },
    optional: { comment: REASON },
  },
  recommend: {
    by: ['company'],
    required: { placement: 'pl-1', recommended: true },
    optional: { reason: REASON },
  },
  'leave-for-studies': {
    by: ['candidate'],
    required: { expectedDegreeOn: '2026-07-31' },
    optional: { stays: true },
  },
  'prepare-contract': { by: ['company'], required: CONTRACT, optional: { fixedExtrasEur: 1000 } },
  'offer-contract': {
    by: ['company'],
    required: { contract: 'ct-1' },
    optional: { validUntil: '2026-12-31', evidence: 'ct' },
  },
  'sign-contract': {
    by: ['company', 'candidate'],
    required: { contract: 'ct-1', party: 'company', evidence: 'ct' },
  },
  'decline-contract': { by: ['candidate'], required: { contract: 'ct-1', reason: REASON } },
  'retract-contract': { by: ['company'], required: { contract: 'ct-1', reason: REASON } },
  withdraw: {
    by: ['candidate'],
    required: { reason: REASON },
    optional: { outcome: 'study-abroad', returnable: true },
  },
  close: {
    by: ['coordinator'],
    required: { outcome: 'not-selected', party: 'programme', returnable: true },
    optional: { reason: REASON },
  },
  reopen: { by: ['coordinator'], required: { reason: REASON } },
  void: { by: ['coordinator'], required: { reason: REASON, approvedBy: 'second-person' } },
  correct: {
    by: ['coordinator'],
    required: { supersedes: 'give-consent', reason: REASON },
    optional: {
      happenedOn: '2026-01-06',
      data: { language: 'ru' },
      strike: true,
      approvedBy: 'second-person',
    },
  },
  'fire-clock': { by: ['system'], required: { clock: 'nomination', dueOn: '2026-01-26', effect: 'remind' } },
};

/** The actor of a role in the ordinary journey, with the organisation that the role acts for there. */
export function actorOf(role: Role): Actor {
  if (role === 'university') return { role, organisation: 'uni-1' };
  return role === 'company' || role === 'mentor' ? { role, organisation: 'company-1' } : { role };
}
