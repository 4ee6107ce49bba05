import { BOOLEAN, code, DAY, EVIDENCE, id, number, optional, TEXT, type CommandRule } from './command-rule';

const CONTRACT = id('contract');

/** End of studies and employment contract. */
export const CONTRACT_COMMANDS = {
  'leave-for-studies': {
    by: ['candidate'],
    fields: { expectedDegreeOn: DAY, stays: optional(BOOLEAN) },
    correctable: true,
  },
  'prepare-contract': {
    by: ['company'],
    about: 'contract',
    fields: {
      contract: CONTRACT,
      company: id('organisation'),
      position: TEXT,
      monthlyGrossEur: number(1, 100_000),
      hoursPerWeek: number(0.5, 60, 0.5),
      startsOn: DAY,
      evidence: EVIDENCE,
      fixedExtrasEur: optional(number(0, 1_000_000)),
    },
    guards: ['id-free', 'company-kind', 'sharing-not-withdrawn'],
    correctable: true,
  },
  'offer-contract': {
    by: ['company'],
    about: 'contract',
    fields: { contract: CONTRACT, validUntil: optional(DAY), evidence: optional(EVIDENCE) },
    guards: ['contract-open', 'contract-not-offered', 'offer-ahead', 'sharing-not-withdrawn'],
    correctable: true,
  },
  'sign-contract': {
    by: ['company', 'candidate'],
    about: 'contract',
    fields: { contract: CONTRACT, party: code('company', 'candidate'), evidence: EVIDENCE },
    after: ['contract-offered'],
    guards: ['party-is-actor', 'contract-open', 'party-not-signed', 'offer-valid', 'contract-pay-floor'],
    correctable: true,
  },
  'decline-contract': {
    by: ['candidate'],
    about: 'contract',
    fields: { contract: CONTRACT, reason: TEXT },
    guards: ['contract-open', 'contract-not-concluded'],
    correctable: true,
  },
  'retract-contract': {
    by: ['company'],
    about: 'contract',
    fields: { contract: CONTRACT, reason: TEXT },
    guards: ['contract-open'],
    correctable: true,
  },
} as const satisfies Record<string, CommandRule>;
