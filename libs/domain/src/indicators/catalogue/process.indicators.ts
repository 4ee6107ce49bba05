import type { Condition, Indicator, Rule } from '../indicator';
import { INTERNSHIP_INDICATORS } from './internship.indicators';
import { has, indicator, persons, share, words } from './kit';
import { TITLE_INDICATORS } from './title.indicators';

const days = (from: string, to: string): Rule => ({ days: { from: { kind: from }, to: { kind: to } } });

/** From stage to stage, in persons: whoever got there of those who got to the one before. */
const CONVERSIONS = [
  [
    'conversionToCommitment',
    'commitmentsSigned',
    'students',
    'Unterzeichnete je Ausgewählte',
    'signed of selected',
  ],
  ['conversionToStart', 'started', 'students', 'Begonnene je Ausgewählte', 'started of selected'],
  [
    'conversionToContract',
    'contractsSigned',
    'started',
    'Unterzeichnete Verträge je Begonnene',
    'contracts signed of started',
  ],
  [
    'conversionToWork',
    'workStarted',
    'contractsSigned',
    'Arbeitsaufnahmen je Vertrag',
    'work started of contracts signed',
  ],
] as const;

const PROCESS: readonly Indicator[] = [
  indicator('process', [
    'nominated',
    words('Benannte', 'Nominated'),
    words('Personen, die eine Universität benannt hat.', 'Persons nominated by a university.'),
    persons(has('nominate')),
    'nomination',
  ]),
  indicator('process', [
    'selectionRate',
    words('Auswahlquote', 'Selection rate'),
    words('Ausgewählte in Prozent der Benannten.', 'Selected persons in per cent of those nominated.'),
    share('students', 'nominated'),
    'selection decision',
  ]),
  indicator('process', [
    'daysToStart',
    words('Tage von Benennung bis Praktikumsbeginn', 'Days from nomination to start'),
    words(
      'Kalendertage je Person; wer noch nicht begonnen hat, ist offen und nicht null.',
      'Calendar days per person; who has not started is open, not zero.',
    ),
    days('nominate', 'start-internship'),
    'start of the internship',
  ]),
  indicator('process', [
    'daysToContract',
    words('Tage von Praktikumsbeginn bis Vertrag', 'Days from start to contract'),
    words(
      'Kalendertage je Person bis zum ersten vorbereiteten Vertrag; wer keinen hat, ist offen.',
      'Calendar days per person to the first prepared contract; who has none is open.',
    ),
    days('start-internship', 'prepare-contract'),
    'draft contract',
  ]),
  indicator('process', [
    'daysToSelection',
    words('Tage von Benennung bis Auswahl', 'Days from nomination to selection'),
    words(
      'Kalendertage je Person bis zur ersten Entscheidung; wer keine hat, ist offen.',
      'Calendar days per person to the first decision; who has none is open.',
    ),
    days('nominate', 'decide-selection'),
    'selection decision',
  ]),
  indicator('process', [
    'daysToWork',
    words('Tage vom vorbereiteten Vertrag bis zur Arbeit', 'Days from prepared contract to work'),
    words(
      'Kalendertage je Person bis zum ersten Arbeitstag; wer keinen hat, ist offen.',
      'Calendar days per person to the first working day; who has none is open.',
    ),
    days('prepare-contract', 'start-work'),
    'first payslip or confirmation',
  ]),
  indicator('process', [
    'started',
    words('Personen im Praktikum', 'Persons who started'),
    words(
      'Personen mit mindestens einem begonnenen Praktikum.',
      'Persons with at least one internship that started.',
    ),
    persons(has('start-internship')),
    'start of the internship',
  ]),
  ...CONVERSIONS.map(([key, of, to, de, en]) =>
    indicator('process', [
      key,
      words(`Übergang: ${de}`, `Conversion: ${en}`),
      words(`${de}, in Prozent.`, `${en}, in per cent.`),
      share(of, to),
      'as of its two parts',
    ]),
  ),
  indicator('process', [
    'withdrawn',
    words('Zurückgetretene', 'Withdrawn'),
    words(
      'Personen, die zurückgetreten und nicht wieder eingetreten sind.',
      'Persons who withdrew and did not come back.',
    ),
    persons({ last: ['withdraw', 'reopen', 'nominate'], is: { kind: 'withdraw' } }),
    'withdrawal',
  ]),
];

const LANGUAGE: readonly Indicator[] = [
  indicator('language', [
    'examsSat',
    words('Abgelegte Sprachprüfungen', 'Language exams sat'),
    words('Prüfungsversuche mit Ergebnis.', 'Attempts with a result.'),
    {
      units: 'fact',
      where: has('record-exam', { result: { in: ['passed', 'partly-passed', 'failed'] } }),
    },
    'exam certificate',
  ]),
  indicator('language', [
    'examsPassed',
    words('Bestandene Sprachprüfungen', 'Language exams passed'),
    words('Prüfungsversuche, die bestanden wurden.', 'Attempts that were passed.'),
    { units: 'fact', where: has('record-exam', { result: 'passed' }) },
    'exam certificate',
  ]),
  indicator('language', [
    'examPassRate',
    words('Bestehensquote', 'Exam pass rate'),
    words('Bestandene in Prozent der abgelegten Prüfungen.', 'Exams passed in per cent of those sat.'),
    share('examsPassed', 'examsSat'),
    'exam certificate',
  ]),
];

const SAT: Condition = has('record-exam', { result: { in: ['passed', 'partly-passed', 'failed'] } });
const PASSED: Condition = has('record-exam', { result: 'passed' });

/** By level: an exam is one attempt, its level is that of the booking. */
const LEVELS: readonly Indicator[] = (['A2', 'B1', 'B2'] as const).flatMap((level) => [
  indicator('language', [
    `examsSat${level}`,
    words(`Abgelegte Prüfungen ${level}`, `Exams sat at ${level}`),
    words(`Prüfungsversuche auf ${level} mit Ergebnis.`, `Attempts at ${level} with a result.`),
    { units: 'exam', where: { all: [has('book-exam', { level }), SAT] } },
    'exam certificate',
  ]),
  indicator('language', [
    `examsPassed${level}`,
    words(`Bestandene Prüfungen ${level}`, `Exams passed at ${level}`),
    words(`Bestandene Prüfungsversuche auf ${level}.`, `Attempts at ${level} that were passed.`),
    { units: 'exam', where: { all: [has('book-exam', { level }), PASSED] } },
    'exam certificate',
  ]),
  indicator('language', [
    `examPassRate${level}`,
    words(`Bestehensquote ${level}`, `Pass rate at ${level}`),
    words(
      `Bestandene in Prozent der abgelegten Versuche auf ${level}.`,
      `Passed in per cent of attempts at ${level}.`,
    ),
    share(`examsPassed${level}`, `examsSat${level}`),
    'exam certificate',
  ]),
]);

/** How many attempts it takes: of the passed ones those that were the first. */
const FIRST_ATTEMPTS: readonly Indicator[] = (['A2', 'B1', 'B2'] as const).flatMap((level) => [
  indicator('language', [
    `examsPassedFirst${level}`,
    words(`Im ersten Versuch bestanden: ${level}`, `Passed at the first attempt: ${level}`),
    words(
      `Prüfungen auf ${level}, die im ersten Versuch bestanden wurden.`,
      `Exams at ${level} that were passed at the first attempt.`,
    ),
    {
      units: 'exam',
      where: { all: [has('book-exam', { level }), has('record-exam', { result: 'passed', attempt: 1 })] },
    },
    'exam certificate',
  ]),
  indicator('language', [
    `firstAttemptRate${level}`,
    words(`Anteil der ersten Versuche: ${level}`, `Share of first attempts: ${level}`),
    words(
      `Im ersten Versuch bestandene in Prozent der bestandenen Prüfungen auf ${level}.`,
      `Passed at the first attempt in per cent of exams passed at ${level}.`,
    ),
    share(`examsPassedFirst${level}`, `examsPassed${level}`),
    'exam certificate',
  ]),
]);

/** The way to the internship, through it, and the titles it takes. */
export const PROCESS_INDICATORS: readonly Indicator[] = [
  ...PROCESS,
  ...INTERNSHIP_INDICATORS,
  ...LANGUAGE,
  ...LEVELS,
  ...FIRST_ATTEMPTS,
  ...TITLE_INDICATORS,
];
