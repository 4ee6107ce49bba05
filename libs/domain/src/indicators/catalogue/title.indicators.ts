import type { Condition, Indicator, Pattern } from '../indicator';
import { has, indicator, share, words } from './kit';

const GROUNDS = [
  ['incomplete', 'unvollständig', 'incomplete'],
  ['means', 'Lebensunterhalt', 'means of living'],
  ['purpose', 'Zweck', 'purpose'],
  ['documents', 'Unterlagen', 'documents'],
  ['security', 'Sicherheit', 'security'],
  ['qualification', 'Qualifikation', 'qualification'],
  ['offer', 'Arbeitsangebot', 'job offer'],
  ['other', 'andere', 'other'],
] as const;
const REFUSALS: readonly Indicator[] = GROUNDS.map(([ground, de, en]) =>
  indicator('title', [
    `titlesRefused.${ground}`,
    words(`Ablehnungen: ${de}`, `Refusals: ${en}`),
    words(`Ablehnungen mit dem Grund „${de}“.`, `Refusals on the ground of ${en}.`),
    { units: 'fact', where: has('refuse-title', { ground }) },
    'refusal',
    'flow',
  ]),
);

const TITLE: readonly Indicator[] = [
  indicator('title', [
    'titlesGranted',
    words('Erteilte Aufenthaltstitel', 'Titles granted'),
    words('Entscheidungen, die einen Titel erteilen.', 'Decisions that grant a title.'),
    { units: 'fact', where: has('grant-title') },
    'visa or permit',
    'flow',
  ]),
  indicator('title', [
    'titlesRefused',
    words('Abgelehnte Aufenthaltstitel', 'Titles refused'),
    words('Entscheidungen, die einen Titel ablehnen.', 'Decisions that refuse a title.'),
    { units: 'fact', where: has('refuse-title') },
    'refusal',
    'flow',
  ]),
  indicator('title', [
    'titlesDecided',
    words('Entschiedene Aufenthaltstitel', 'Titles decided'),
    words('Erteilte und abgelehnte zusammen.', 'Granted and refused ones together.'),
    { units: 'fact', where: { any: [has('grant-title'), has('refuse-title')] } },
    'decision',
    'flow',
  ]),
  indicator('title', [
    'grantRate',
    words('Erteilungsquote', 'Grant rate'),
    words('Erteilte in Prozent der entschiedenen Titel.', 'Titles granted in per cent of those decided.'),
    share('titlesGranted', 'titlesDecided'),
    'decision',
  ]),
  indicator('title', [
    'daysToVisa',
    words('Tage vom Antrag bis zum Visum', 'Days from filing to visa'),
    words(
      'Kalendertage je Person; ohne Entscheidung ist offen.',
      'Calendar days per person; without a decision it is open.',
    ),
    { days: { from: { kind: 'record-title-step', where: { step: 'filed' } }, to: { kind: 'grant-title' } } },
    'visa',
  ]),
];

interface Procedure {
  readonly key: string;
  readonly de: string;
  readonly en: string;
  readonly unit: 'stay' | 'procedure';
  readonly from: Pattern;
  readonly to: Pattern;
  readonly duration: string;
  readonly law: string;
  readonly unless?: Condition;
}

const step = (kind: string, ...steps: string[]): Pattern => ({ kind, where: { step: { in: steps } } });

/** Statutory clocks of authorities (domain.md §3.2), in calendar days; procedures that stood still are left out. */
const PROCEDURES: readonly Procedure[] = [
  {
    key: 'mission',
    de: 'Auslandsvertretung, Visum',
    en: 'mission, visa',
    unit: 'stay',
    from: step('record-title-step', 'filed'),
    to: { kind: ['grant-title', 'refuse-title'] },
    duration: 'P21D',
    law: '§ 31a(2) AufenthV',
  },
  {
    key: 'agency',
    de: 'Arbeitsagentur, Zustimmung',
    en: 'labour agency, consent',
    unit: 'stay',
    from: step('record-title-step', 'agency-asked'),
    to: step('record-title-step', 'agency-consented', 'agency-refused'),
    duration: 'P14D',
    law: '§ 36(2) BeschV',
  },
  {
    key: 'recognition',
    de: 'Anerkennungsstelle, Entscheidung',
    en: 'recognition office, decision',
    unit: 'procedure',
    from: step('record-recognition-step', 'complete'),
    to: { kind: 'decide-recognition' },
    duration: 'P3M',
    law: 'BQFG',
    unless: { has: step('record-recognition-step', 'suspended', 'extended') },
  },
];

const AUTHORITIES: readonly Indicator[] = PROCEDURES.flatMap((one) => {
  const { key, de, en, unit, from, to, duration, law, unless } = one;
  const decided = (within: string | undefined): Condition => {
    const pair: Condition = { within: { from, to, ...(within === undefined ? {} : { duration: within }) } };
    return unless === undefined ? pair : { all: [pair, { not: unless }] };
  };
  return [
    indicator('title', [
      `decisionsOf.${key}`,
      words(`Entscheidungen: ${de}`, `Decisions: ${en}`),
      words(
        `Verfahren, die beantragt und entschieden sind (${de}); Verfahren, die ruhten, zählen nicht.`,
        `Procedures that were filed and decided (${en}); those that stood still do not count.`,
      ),
      { units: unit, where: decided(undefined) },
      'decision',
    ]),
    indicator('title', [
      `onTime.${key}`,
      words(`Fristgerechte Entscheidungen: ${de}`, `Decisions on time: ${en}`),
      words(
        `Davon binnen ${duration} nach ${law} entschiedene, in Kalendertagen.`,
        `Of these those decided within ${duration} by ${law}, in calendar days.`,
      ),
      { units: unit, where: decided(duration) },
      'decision',
    ]),
    indicator('title', [
      `onTimeShare.${key}`,
      words(`Anteil fristgerechter Entscheidungen: ${de}`, `Share of decisions on time: ${en}`),
      words('Fristgerechte in Prozent der Entscheidungen.', 'Decisions on time in per cent of decisions.'),
      share(`onTime.${key}`, `decisionsOf.${key}`),
      'decision',
    ]),
  ];
});

/** Titles of residence, and how authorities keep their time. */
export const TITLE_INDICATORS: readonly Indicator[] = [...TITLE, ...REFUSALS, ...AUTHORITIES];
