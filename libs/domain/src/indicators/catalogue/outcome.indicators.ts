import type { Condition, Indicator, Rule, Schedule } from '../indicator';
import { has, indicator, persons, share, words } from './kit';

const still = (period: string, field: string): Rule =>
  persons(has('record-retention', { period, [field]: true }));
const RETENTION_FIELDS = [
  ['sameCompany', 'im selben Unternehmen', 'in the same company', 'SameCompany'],
  ['sameRegion', 'in derselben Region', 'in the same region', 'SameRegion'],
  ['inGermany', 'in Deutschland', 'in Germany', 'InGermany'],
] as const;
const RETENTION: readonly Indicator[] = (['P6M', 'P12M'] as const).flatMap((period) => {
  const months = period.slice(1, -1);
  return RETENTION_FIELDS.map(([field, de, en, suffix]) =>
    indicator('employment', [
      `retained${period}${suffix}`,
      words(`Nach ${months} Monaten ${de}`, `Still ${en} after ${months} months`),
      words(
        `Personen, für die nach ${months} Monaten nachgewiesen ist, dass sie ${de} arbeiten.`,
        `Persons proved to work ${en} after ${months} months.`,
      ),
      still(period, field),
      'confirmation of employment',
    ]),
  );
});

const SIGNED_BY_BOTH: Condition = {
  all: [has('sign-contract', { party: 'company' }), has('sign-contract', { party: 'candidate' })],
};
const EMPLOYMENT: readonly Indicator[] = [
  indicator('employment', [
    'contractsSigned',
    words('Unterzeichnete Arbeitsverträge', 'Contracts signed'),
    words(
      'Personen mit einem von beiden unterzeichneten Vertrag, der nicht zurückgezogen ist.',
      'Persons with a contract signed by both that was not retracted.',
    ),
    persons({
      some: 'contract',
      that: { all: [SIGNED_BY_BOTH, { not: { has: { kind: ['retract-contract', 'decline-contract'] } } }] },
    }),
    'signed contract',
  ]),
  indicator('employment', [
    'workStarted',
    words('Arbeit aufgenommen', 'Work started'),
    words(
      'Personen mit erstem Arbeitstag und Nachweis.',
      'Persons with a first working day and its evidence.',
    ),
    persons(has('start-work')),
    'first payslip or confirmation',
  ]),
  indicator('employment', [
    'employed',
    words('Beschäftigte', 'Employed'),
    words(
      'Personen, die Arbeit aufgenommen und nicht wieder beendet haben.',
      'Persons who started work and whose employment has not ended.',
    ),
    persons({ last: ['start-work', 'end-employment'], is: { kind: 'start-work' } }),
    'first payslip or confirmation',
  ]),
  ...RETENTION,
];

const FAIRNESS: readonly Indicator[] = [
  indicator('fairness', [
    'costs',
    words('Kosten insgesamt (Euro)', 'Costs in total (euros)'),
    words('Summe aller erfassten Kosten.', 'Sum of all recorded costs.'),
    { sum: 'amountEur', of: { kind: 'record-cost' }, units: 'fact' },
    'receipt',
    'flow',
  ]),
  indicator('fairness', [
    'costsPaidByCandidates',
    words('Von Kandidat/innen getragene Kosten (Euro)', 'Costs paid by candidates (euros)'),
    words(
      'Summe der Kosten, die Kandidatinnen und Kandidaten getragen haben; Ziel ist null.',
      'Sum of the costs that candidates paid; the target is zero.',
    ),
    { sum: 'amountEur', of: { kind: 'record-cost', where: { payer: 'candidate' } }, units: 'fact' },
    'receipt',
    'flow',
  ]),
  indicator('fairness', [
    'costShareOfCandidates',
    words('Kostenanteil der Kandidat/innen', 'Share of costs paid by candidates'),
    words(
      'Von Kandidat/innen getragene in Prozent aller Kosten.',
      'Costs paid by candidates in per cent of all costs.',
    ),
    share('costsPaidByCandidates', 'costs'),
    'receipt',
  ]),
];

const PROVED: Condition = has('start-work', { paidGrossEur: { atLeast: 0 } });
const WAGES: readonly Indicator[] = [
  indicator('fairness', [
    'wagesProved',
    words('Nachgewiesene Löhne', 'Wages proved'),
    words(
      'Verträge, deren gezahlter Lohn nachgewiesen ist.',
      'Contracts of which the wage that was paid is proved.',
    ),
    { units: 'contract', where: { all: [has('prepare-contract'), PROVED] } },
    'first payslip',
  ]),
  indicator('fairness', [
    'wagesAsPromised',
    words('Löhne wie zugesagt', 'Wages as promised'),
    words(
      'Davon solche, deren gezahlter Lohn nicht unter dem zuletzt vereinbarten liegt.',
      'Of these those whose wage is not below what was last agreed.',
    ),
    {
      units: 'contract',
      where: {
        all: [
          has('prepare-contract'),
          {
            atLeast: [
              { field: 'paidGrossEur', of: ['start-work'] },
              { field: 'monthlyGrossEur', of: ['prepare-contract', 'amend-contract'] },
            ],
          },
        ],
      },
    },
    'first payslip and contract',
  ]),
  indicator('fairness', [
    'wageAsPromisedShare',
    words('Anteil der Löhne wie zugesagt', 'Share of wages as promised'),
    words(
      'Löhne wie zugesagt in Prozent der nachgewiesenen.',
      'Wages as promised in per cent of those proved.',
    ),
    share('wagesAsPromised', 'wagesProved'),
    'first payslip and contract',
  ]),
];

const AT_RISK: Condition = {
  last: ['check-in', 'close-integration'],
  is: { kind: 'check-in', where: { risk: { in: ['at-risk', 'critical'] } } },
};

/** As the template asks for them (domain.md §3.5): in the internship, and after the follow-up began. */
const CHECK_INS: readonly Schedule[] = [
  { from: { kind: 'start-internship' }, after: ['P7D'], every: 'P1M' },
  { from: { kind: 'advance', where: { to: 'FUP' } }, after: ['P7D', 'P1M', 'P3M', 'P6M', 'P12M'] },
];

const DUE: readonly Indicator[] = [
  indicator('integration', [
    'checkInsDue',
    words('Fällige Integrationsgespräche', 'Check-ins due'),
    words(
      'Gespräche, deren Tag gekommen ist: nach sieben Tagen und jeden Monat des Praktikums, danach fünfmal im ersten Jahr.',
      'Check-ins whose day has come: after seven days and each month of the internship, then five times in the first year.',
    ),
    { units: 'due', due: CHECK_INS },
    'start of the internship or of the follow-up',
    'flow',
  ]),
  indicator('integration', [
    'checkInsDone',
    words('Geführte fällige Gespräche', 'Check-ins done of those due'),
    words(
      'Fällige Gespräche, die höchstens eine Woche davor oder danach geführt wurden, oder für ihren Zeitraum.',
      'Check-ins due that took place a week before or after at most, or for their period.',
    ),
    { units: 'due', due: CHECK_INS, met: { kind: 'check-in' } },
    'check-in',
    'flow',
  ]),
  indicator('integration', [
    'checkInShare',
    words('Anteil geführter Gespräche', 'Share of check-ins done'),
    words('Geführte in Prozent der fälligen Gespräche.', 'Check-ins done in per cent of those due.'),
    share('checkInsDone', 'checkInsDue'),
    'check-in',
  ]),
  indicator('integration', [
    'openRisks',
    words('Offene Risiken über 14 Tage', 'Open risks over 14 days'),
    words(
      'Personen, deren Gespräche seit mehr als 14 Tagen ein Risiko ergeben.',
      'Persons whose check-ins have found a risk for more than 14 days.',
    ),
    { units: 'person', where: AT_RISK, lasting: 14 },
    'check-in',
  ]),
];

const INTEGRATION: readonly Indicator[] = [
  indicator('integration', [
    'checkIns',
    words('Integrationsgespräche', 'Check-ins'),
    words('Geführte Gespräche.', 'Check-ins that took place.'),
    { units: 'fact', where: has('check-in') },
    'check-in',
    'flow',
  ]),
  indicator('integration', [
    'atRisk',
    words('Personen mit Risiko', 'Persons at risk'),
    words('Personen, deren letztes Gespräch ein Risiko ergab.', 'Persons whose last check-in found a risk.'),
    persons(AT_RISK),
    'check-in',
  ]),
  indicator('integration', [
    'evaluations',
    words('Bewertungen', 'Evaluations'),
    words('Abgegebene Bewertungen von Praktika.', 'Evaluations of internships given.'),
    { units: 'fact', where: has('evaluate') },
    'evaluation',
    'flow',
  ]),
  indicator('integration', [
    'satisfied',
    words('Zufriedene Bewertungen', 'Satisfied evaluations'),
    words('Bewertungen mit 4 oder 5 von 5.', 'Evaluations of 4 or 5 out of 5.'),
    { units: 'fact', where: has('evaluate', { rating: { atLeast: 4 } }) },
    'evaluation',
    'flow',
  ]),
  indicator('integration', [
    'satisfaction',
    words('Zufriedenheit', 'Satisfaction'),
    words('Zufriedene in Prozent aller Bewertungen.', 'Satisfied evaluations in per cent of all.'),
    share('satisfied', 'evaluations'),
    'evaluation',
  ]),
];

/** Surveys of each side, with how many answered beside it. */
const SIDES: readonly Indicator[] = (
  [
    ['company', 'Company', 'der Unternehmen', 'by companies'],
    ['candidate', 'Candidate', 'der Kandidat/innen', 'by candidates'],
  ] as const
).flatMap(([party, suffix, de, en]) => [
  indicator('integration', [
    `evaluationsBy${suffix}`,
    words(`Bewertungen ${de}`, `Evaluations ${en}`),
    words(`Abgegebene Bewertungen ${de}.`, `Evaluations given ${en}.`),
    { units: 'fact', where: has('evaluate', { party }) },
    'evaluation',
    'flow',
  ]),
  indicator('integration', [
    `satisfiedBy${suffix}`,
    words(`Zufriedene Bewertungen ${de}`, `Satisfied evaluations ${en}`),
    words(`Bewertungen ${de} mit 4 oder 5 von 5.`, `Evaluations ${en} of 4 or 5 out of 5.`),
    { units: 'fact', where: has('evaluate', { party, rating: { atLeast: 4 } }) },
    'evaluation',
    'flow',
  ]),
  indicator('integration', [
    `satisfactionOf${suffix}`,
    words(`Zufriedenheit ${de}`, `Satisfaction ${en}`),
    words(`Zufriedene in Prozent der Bewertungen ${de}.`, `Satisfied in per cent of the evaluations ${en}.`),
    share(`satisfiedBy${suffix}`, `evaluationsBy${suffix}`),
    'evaluation',
  ]),
]);

const COMPLAINTS: readonly Indicator[] = [
  indicator('integration', [
    'complaints',
    words('Beschwerden', 'Complaints'),
    words('Eingegangene Beschwerden.', 'Complaints that came in.'),
    { units: 'complaint', where: has('complain') },
    'complaint',
  ]),
  indicator('integration', [
    'complaintsAnswered',
    words('Beantwortete Beschwerden', 'Complaints answered'),
    words('Beschwerden mit Antwort.', 'Complaints with an answer.'),
    {
      units: 'complaint',
      where: { all: [has('complain'), has('answer-complaint', { step: 'answered' })] },
    },
    'answer',
  ]),
  indicator('integration', [
    'daysToComplaintAnswer',
    words('Tage bis zur Antwort auf eine Beschwerde', 'Days to the answer to a complaint'),
    words(
      'Kalendertage je Person von der ersten Beschwerde bis zur ersten Antwort danach; ohne Antwort ist offen.',
      'Calendar days per person from the first complaint to the first answer after it; without one it is open.',
    ),
    {
      days: {
        from: { kind: 'complain' },
        to: { kind: 'answer-complaint', where: { step: 'answered' } },
      },
    },
    'answer',
  ]),
];

/** What became of it: work, retention, fairness, integration. */
export const OUTCOME_INDICATORS: readonly Indicator[] = [
  ...EMPLOYMENT,
  ...FAIRNESS,
  ...WAGES,
  ...INTEGRATION,
  ...DUE,
  ...SIDES,
  ...COMPLAINTS,
];
