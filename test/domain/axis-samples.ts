import type { JsonObject, Role } from '@lotse/domain';

interface Declared {
  readonly by: readonly Role[];
  readonly required: JsonObject;
  readonly optional?: JsonObject;
}

const REASON = 'said so';
const evidence = 'file:1';
const step = { evidence, note: REASON, on: '2026-09-01' };

/** The commands of domain.md §3.5 beyond the reference cohort (★), with a right value for every field; docs/commands.md names the rest. */
export const AXIS_DECLARED: Readonly<Record<string, Declared>> = {
  'withdraw-consent': {
    by: ['candidate'],
    required: {},
    optional: { purpose: 'participation', reason: REASON },
  },
  'answer-nomination': {
    by: ['coordinator'],
    required: { answer: 'verified' },
    optional: { reason: REASON },
  },
  'resend-nomination': { by: ['university'], required: {}, optional: { reason: REASON } },
  'cancel-nomination': { by: ['university'], required: { reason: REASON } },
  'read-commitment': { by: ['candidate'], required: { textVersion: 'sv-1' } },
  'refuse-commitment': {
    by: ['candidate'],
    required: { reason: REASON },
    optional: { textVersion: 'sv-1' },
  },
  'amend-placement': {
    by: ['coordinator'],
    required: { placement: 'pl-1', amendment: 'am-1', effectiveOn: '2026-04-01', reason: REASON },
    optional: {
      from: '2026-03-02',
      to: '2026-06-30',
      site: 'Torgau',
      hoursPerWeek: 35,
      mentor: 'm-2',
      monthlyPayEur: 500,
      hostCoversPublicCosts: true,
      goal: REASON,
      supervision: REASON,
    },
  },
  'waive-evaluation': {
    by: ['coordinator'],
    required: { placement: 'pl-1', party: 'company', reason: REASON, approvedBy: 'second-person' },
  },
  'override-recommendation': {
    by: ['coordinator'],
    required: { reason: REASON, approvedBy: 'second-person' },
  },
  'choose-route': {
    by: ['coordinator'],
    required: { stay: 2, route: '18g', fastTrack: true },
    optional: { variant: 'shortage' },
  },
  'record-title-step': { by: ['coordinator'], required: { stay: 2, step: 'filed' }, optional: step },
  'confirm-deemed-consent': { by: ['coordinator'], required: { stay: 2, reason: REASON } },
  'refuse-title': {
    by: ['coordinator'],
    required: { stay: 2, ground: 'means', remediesInstruction: true, evidence },
    optional: { notifiedOn: '2026-09-01' },
  },
  'file-title': {
    by: ['candidate', 'coordinator'],
    required: { stay: 2, evidence },
    optional: { on: '2026-09-20' },
  },
  'end-title': {
    by: ['coordinator'],
    required: { stay: 2, reason: REASON },
    optional: { on: '2026-09-20' },
  },
  'record-recognition-step': {
    by: ['coordinator'],
    required: { procedure: 'rec-1', step: 'filed' },
    optional: { ...step, kind: 'state-law', fastTrack: true },
  },
  'decide-recognition': {
    by: ['coordinator'],
    required: { procedure: 'rec-1', result: 'partial', evidence },
    optional: { deficits: [REASON] },
  },
  'record-degree': { by: ['university'], required: { degreeOn: '2026-07-31' }, optional: { evidence } },
  'plan-language': { by: ['coordinator'], required: { level: 'B1' }, optional: { by: '2026-12-01' } },
  'book-exam': {
    by: ['coordinator', 'candidate'],
    required: { exam: 'ex-1', level: 'B1', on: '2026-11-01' },
  },
  'record-exam': {
    by: ['coordinator'],
    required: { exam: 'ex-1', attempt: 1, result: 'failed' },
    optional: {
      modules: [{ module: 'writing', passed: false }],
      certificateOn: '2026-09-01',
      evidence,
    },
  },
  'amend-contract': {
    by: ['company'],
    required: { contract: 'ct-1', reason: REASON, evidence },
    optional: {
      position: 'Technician',
      monthlyGrossEur: 3600,
      fixedExtrasEur: 1000,
      hoursPerWeek: 38,
      startsOn: '2026-11-01',
    },
  },
  'start-work': {
    by: ['company'],
    required: { on: '2026-10-01', contract: 'ct-1', evidence },
    optional: { paidGrossEur: 2811.5 },
  },
  'end-employment': {
    by: ['company', 'candidate', 'coordinator'],
    required: { contract: 'ct-1', how: 'quit', by: 'candidate', reason: REASON, lastDay: '2026-10-01' },
    optional: { leaverReason: 'residence-law' },
  },
  'record-registration': { by: ['candidate', 'municipality', 'coordinator'], required: { evidence } },
  'record-bank': { by: ['candidate', 'coordinator'], required: {}, optional: { evidence } },
  'record-notice': { by: ['company', 'coordinator'], required: { kind: 'free-advice', evidence } },
  'record-title-copy': { by: ['company'], required: { evidence } },
  'plan-integration': { by: ['mentor', 'coordinator'], required: { mentor: 'm-1', goals: [REASON] } },
  'check-in': {
    by: ['mentor', 'candidate'],
    required: { period: 'P7D', wellbeing: 3, risk: 'none', needs: [] },
    optional: { note: REASON },
  },
  'close-integration': { by: ['mentor', 'coordinator'], required: { reason: REASON } },
  'record-retention': {
    by: ['company', 'coordinator'],
    required: { period: 'P12M', sameCompany: true, sameRegion: true, inGermany: true, evidence },
    optional: { betterPosition: true },
  },
  'state-no-fees': {
    by: ['candidate'],
    required: { occasion: 'visa', noFeesPaid: true },
    optional: { evidence },
  },
  'record-cost': {
    by: ['coordinator', 'candidate', 'company'],
    required: { cost: 'co-1', payer: 'company', kind: 'visa', amountEur: 75 },
    optional: { evidence },
  },
  'repay-cost': { by: ['coordinator', 'company'], required: { cost: 'co-1', evidence } },
  inform: { by: ['coordinator'], required: { textVersion: 'info-1', talkOn: '2026-01-20' } },
  'record-contact-attempt': {
    by: ['coordinator', 'mentor', 'university'],
    required: { channel: 'phone', result: 'not-reached' },
  },
  complain: { by: ['candidate'], required: { complaint: 'cp-1', text: REASON } },
  'answer-complaint': {
    by: ['coordinator', 'data-protection-lead'],
    required: { complaint: 'cp-1', step: 'acknowledged' },
    optional: { outcome: REASON },
  },
  'record-participation': {
    by: ['coordinator'],
    required: { moment: 'entry', work: 'inactive', education: 'isced-5-8' },
    optional: {
      result: 'education',
      disability: false,
      foreignBackground: true,
      minority: false,
      homeless: false,
      rural: true,
    },
  },
  'record-dependant': {
    by: ['coordinator', 'candidate'],
    required: { dependant: 'dep-1', kind: 'child', travels: true, stay: 2 },
    optional: { consentOn: '2026-09-01' },
  },
  hold: { by: ['coordinator'], required: { reason: REASON }, optional: { reviewOn: '2026-12-01' } },
  resume: { by: ['coordinator'], required: {}, optional: { reason: REASON } },
  reverse: { by: ['coordinator'], required: { to: 'SEL', reason: REASON } },
  'stop-clock': {
    by: ['coordinator'],
    required: { clock: 'settling', reason: REASON },
    optional: { evidence },
  },
  'resume-clock': {
    by: ['coordinator'],
    required: { clock: 'settling' },
    optional: { reason: REASON, evidence },
  },
  'extend-clock': {
    by: ['coordinator'],
    required: { clock: 'settling', until: '2026-12-24', reason: REASON },
    optional: { evidence },
  },
  'merge-person': {
    by: ['administrator'],
    required: { into: 'p2', reason: REASON, approvedBy: 'second-person' },
  },
  'migrate-template': {
    by: ['coordinator', 'administrator'],
    required: { template: 'de-vocational-training@1', stage: 'ENTERED', reason: REASON },
  },
};
