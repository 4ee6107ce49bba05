import { FIGURES, type FigureKey } from '../../sheet/figures';
import type { Condition, Dimension, Indicator, Rule } from '../indicator';

const PEOPLE: readonly Dimension[] = [
  'university',
  'company',
  'site',
  'gender',
  'age-band',
  'country',
  'cohort',
  'stage',
];

const SIGNED: Condition = {
  all: [
    { has: { kind: 'sign-contract', where: { party: 'company' } } },
    { has: { kind: 'sign-contract', where: { party: 'candidate' } } },
  ],
};
const CONTRACT_PREPARED: Condition = {
  some: 'contract',
  that: {
    all: [
      { has: { kind: 'prepare-contract' } },
      { not: { has: { kind: ['retract-contract', 'decline-contract'] } } },
      { not: { withdrawn: { unless: SIGNED } } },
    ],
  },
};
const RECOMMENDED: Condition = {
  some: 'placement',
  that: { last: ['recommend'], is: { kind: 'recommend', where: { recommended: true } } },
};
const PLACEMENT_COUNTS: Condition = {
  all: [
    { has: { kind: 'agree-placement' } },
    { not: { has: { kind: 'cancel-placement' } } },
    { not: { withdrawn: { unless: { has: { kind: ['start-internship', 'end-placement'] } } } } },
  ],
};

/** How the figures of the sheet that are counted from journeys count (domain.md §4.1); the rest look at records. */
const RULES: Partial<Record<FigureKey, Rule>> = {
  students: {
    units: 'person',
    where: { last: ['decide-selection'], is: { kind: 'decide-selection', where: { outcome: 'selected' } } },
  },
  companies: { units: 'company', where: PLACEMENT_COUNTS },
  sites: { units: 'site', where: PLACEMENT_COUNTS },
  commitmentsSigned: {
    units: 'person',
    where: { last: ['sign-commitment', 'withdraw-commitment', 'withdraw'], is: { kind: 'sign-commitment' } },
  },
  contractsPrepared: { units: 'person', where: CONTRACT_PREPARED },
  recommended: { units: 'person', where: RECOMMENDED },
  recommendedAndContractPrepared: { units: 'person', where: { all: [RECOMMENDED, CONTRACT_PREPARED] } },
  workMonths: { units: 'person-month', where: { has: { kind: 'confirm-month' } } },
};

/** Figures of which only as many as happened by a day can be told; the others are states. */
const FLOWS: readonly FigureKey[] = [
  'workMonths',
  'delegationTrips',
  'workingDaysAbroad',
  'materials',
  'interviews.company',
  'interviews.student',
  'interviews.university',
];

/** The figures of the project sheet, as indicators. */
export const SHEET_INDICATORS: readonly Indicator[] = FIGURES.map((figure) => {
  const rule = RULES[figure.key] ?? { sheet: figure.key };
  return {
    key: figure.key,
    version: 1,
    section: 'sheet',
    label: figure.label,
    definition: { de: figure.definition, en: figure.definition },
    time: FLOWS.includes(figure.key) ? 'flow' : 'state',
    rule,
    splits: 'units' in rule && ['person', 'person-month'].includes(rule.units) ? PEOPLE : [],
    evidence: figure.evidence,
    source: 'domain.md §4.1',
  };
});
