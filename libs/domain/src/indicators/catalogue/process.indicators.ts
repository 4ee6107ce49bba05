import type { Indicator, Rule } from '../indicator';
import { has, indicator, persons, share, words } from './kit';

const days = (from: string, to: string): Rule => ({ days: { from: { kind: from }, to: { kind: to } } });

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

const INTERNSHIP: readonly Indicator[] = [
  indicator('internship', [
    'internshipsStarted',
    words('Begonnene Praktika', 'Internships started'),
    words('Praktikumsplätze, deren erster Tag bestätigt ist.', 'Placements whose first day is confirmed.'),
    { units: 'placement', where: has('start-internship') },
    'start of the internship',
  ]),
  indicator('internship', [
    'internshipsCompleted',
    words('Planmäßig beendete Praktika', 'Internships completed'),
    words(
      'Begonnene Praktika, die wie geplant geendet haben.',
      'Internships that started and ended as planned.',
    ),
    {
      units: 'placement',
      where: { all: [has('start-internship'), has('end-placement', { how: 'planned' })] },
    },
    'end of the internship',
  ]),
  indicator('internship', [
    'completionRate',
    words('Abschlussquote', 'Completion rate'),
    words(
      'Planmäßig beendete in Prozent der begonnenen Praktika.',
      'Internships completed in per cent of those started.',
    ),
    share('internshipsCompleted', 'internshipsStarted'),
    'end of the internship',
  ]),
  indicator('internship', [
    'noShows',
    words('Nicht angetreten', 'No-shows'),
    words('Praktikumsplätze, die nicht angetreten wurden.', 'Placements that nobody came to.'),
    { units: 'placement', where: has('end-placement', { how: 'no-show' }) },
    'end of the internship',
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

/** The way to the internship, through it, and the titles it takes. */
export const PROCESS_INDICATORS: readonly Indicator[] = [...PROCESS, ...INTERNSHIP, ...LANGUAGE, ...TITLE];
