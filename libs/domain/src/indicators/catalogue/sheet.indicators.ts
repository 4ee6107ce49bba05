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

/** The definitions of `FIGURES` in German. */
const IN_GERMAN: Readonly<Record<FigureKey, string>> = {
  students:
    'Verschiedene Personen, deren letzte Auswahlentscheidung „ausgewählt“ lautet; späteres Ausscheiden ändert daran nichts.',
  companies:
    'Verschiedene Unternehmen mit einem Praktikumsplatz, dem sie zugestimmt haben und der nicht vor Beginn abgesagt wurde.',
  sites: 'Verschiedene Standorte der Praktikumsplätze hinter den Unternehmen.',
  universities:
    'Verschiedene Universitäten mit einer Vereinbarung des Projekts, die am Tag gilt, beide Enden eingeschlossen.',
  institutes:
    'Verschiedene Institute mit einer Vereinbarung des Projekts, die am Tag gilt, beide Enden eingeschlossen.',
  trainingCampuses:
    'Verschiedene Campus mit einer Vereinbarung des Projekts, die am Tag gilt, beide Enden eingeschlossen.',
  commitmentsSigned:
    'Verschiedene Personen mit unterzeichneter und seither nicht zurückgezogener Selbstverpflichtung; die Gegenzeichnung ist nicht nötig, ein Abschluss beendet sie nicht.',
  contractsPrepared:
    'Verschiedene Personen mit einem vorbereiteten Vertrag, der weder zurückgezogen noch abgelehnt ist; angebotene, unterzeichnete und beendete zählen mit.',
  workMonths:
    'Summe gearbeiteter durch geplante Tage je Person und Kalendermonat über alle Plätze, höchstens 1; ab der Bestätigung, nicht solange bestritten.',
  delegationTrips: 'Reisen, deren letzter Tag nicht nach dem Tag liegt.',
  workingDaysAbroad:
    'Verschiedene Tage bis zu dem Tag, an denen mindestens ein Delegationsmitglied in einem Partnerland gearbeitet hat.',
  companiesIntendingTakeover: 'Unternehmen der obigen, deren letzte Absicht Übernahme lautet.',
  recommended:
    'Verschiedene Personen mit mindestens einem Praktikumsplatz, dessen letzte Empfehlung ja lautet.',
  recommendedAndContractPrepared:
    'Personen, die empfohlen sind und einen vorbereiteten Vertrag haben, gleich in welchem Unternehmen.',
  regionalPartnerships: 'Partnerschaften zwischen Regionen, die am Tag gelten, beide Enden eingeschlossen.',
  companiesCommitted:
    'Unternehmen, deren letzte Beteiligung verbindlich lautet und die nicht unter den obigen sind.',
  companiesInterested:
    'Unternehmen, deren letzte Beteiligung Interesse lautet und die nicht unter den obigen sind.',
  materials: 'Materialien, die nicht nach dem Tag entwickelt wurden, nach Art.',
  'interviews.company': 'Verschiedene Paare aus Unternehmen und Runde, nicht nach dem Tag befragt.',
  'interviews.student': 'Verschiedene Paare aus Studierenden und Runde, nicht nach dem Tag befragt.',
  'interviews.university': 'Verschiedene Paare aus Universität und Runde, nicht nach dem Tag befragt.',
  partners:
    'Organisationen, deren letzte Beteiligung Partner lautet, nach Art; alle Universitäten als ein Eintrag.',
  runtimeDays:
    'Tage vom ersten bis zum letzten Tag des Projekts, beide eingeschlossen, unabhängig vom gefragten Tag.',
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
    definition: { de: IN_GERMAN[figure.key], en: figure.definition },
    time: FLOWS.includes(figure.key) ? 'flow' : 'state',
    rule,
    splits: 'units' in rule && ['person', 'person-month'].includes(rule.units) ? PEOPLE : [],
    evidence: figure.evidence,
    source: 'domain.md §4.1',
  };
});
