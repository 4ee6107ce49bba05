import type { Template } from './template';

/** Vocational training in Germany without an internship before: a shorter way that shows what a template decides. */
export const DE_VOCATIONAL_TRAINING_1: Template = {
  id: 'de-vocational-training@1',
  title: 'Vocational training in Germany without an internship before',
  consents: [
    { version: '2026-01', from: '2026-01-01' },
    { version: 'company-sharing-1', purpose: 'company-sharing', from: '2026-01-01' },
    { version: 'partner-country-1', purpose: 'partner-country', from: '2026-01-01' },
    { version: 'talent-pool-1', purpose: 'talent-pool', from: '2026-01-01' },
    { version: 'publicity-1', purpose: 'publicity', from: '2026-01-01' },
  ],
  texts: [{ version: 'av-1', from: '2026-01-01', withdrawalRightShown: true, noPenaltyClause: true }],
  scorecards: 1,
  adultAge: 18,
  agreementParties: ['company', 'candidate'],
  evaluationParties: ['mentor', 'candidate'],
  fullTimeHours: 40,
  riskRules: [
    { needs: ['homesick', 'housing'], risk: 'watch' },
    { needs: ['health', 'money'], risk: 'at-risk' },
  ],
  backdating: 'P90D',
  stages: [
    {
      code: 'APPLIED',
      name: { en: 'Applied', de: 'Beworben' },
      phase: 'universitySelection',
      guards: ['agreement-in-force', 'adult', 'no-open-journey'],
      exits: ['CHOSEN'],
      clocks: [
        { code: 'application', anchor: 'stage-entered', after: 'P14D', effect: 'remind', who: 'coordinator' },
      ],
    },
    {
      code: 'CHOSEN',
      name: { en: 'Chosen', de: 'Ausgewählt' },
      phase: 'universitySelection',
      guards: ['consent-current', 'two-scorecards', 'selection-decided'],
      exits: ['OFFERED'],
      clocks: [
        {
          code: 'offer',
          anchor: 'stage-entered',
          after: 'P30D',
          ladder: ['P7D'],
          effect: 'escalate',
          who: 'company',
        },
        {
          code: 'no-offer',
          anchor: 'stage-entered',
          after: 'P180D',
          ladder: ['P60D', 'P14D'],
          effect: 'auto-close',
          who: 'coordinator',
          also: ['candidate'],
          close: {
            outcome: 'no-offer',
            party: 'company',
            returnable: true,
            reason: 'No company offered a training contract within half a year',
          },
        },
      ],
    },
    {
      code: 'OFFERED',
      name: { en: 'Training contract signed', de: 'Ausbildungsvertrag unterschrieben' },
      phase: 'contract',
      guards: ['contract-signed'],
      exits: ['ENTERED'],
      clocks: [
        { code: 'entry', anchor: 'stage-entered', after: 'P120D', effect: 'task', who: 'coordinator' },
      ],
    },
    {
      code: 'ENTERED',
      name: { en: 'Entered', de: 'Eingereist' },
      phase: 'contract',
      guards: ['second-title-granted', 'second-entry', 'insured', 'housed'],
      exits: ['TRAINING'],
      clocks: [
        { code: 'settling', anchor: 'stage-entered', after: 'P14D', effect: 'watch', who: 'municipality' },
      ],
    },
    {
      code: 'TRAINING',
      name: { en: 'In training', de: 'In Ausbildung' },
      phase: 'integrationFollowUp',
      guards: ['work-started', 'registered', 'integration-planned'],
      exits: ['COMPLETED'],
      clocks: [
        {
          code: 'check-in',
          anchor: 'work-started',
          after: 'P1M',
          every: 'P3M',
          effect: 'task',
          who: 'mentor',
          metBy: 'check-in',
          missed: 'P7D',
        },
        { code: 'probation', anchor: 'work-started', after: 'P4M', effect: 'review', who: 'company' },
      ],
    },
    {
      code: 'COMPLETED',
      name: { en: 'Completed', de: 'Abgeschlossen' },
      phase: 'integrationFollowUp',
      guards: ['retention-shown'],
      exits: [],
      clocks: [],
      final: true,
    },
  ],
};
