import type { Indicator } from '../indicator';
import { has, indicator, share, words } from './kit';

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
    'endedEarly',
    words('Vorzeitig beendete Praktika', 'Internships ended early'),
    words('Begonnene Praktika, die vorzeitig endeten.', 'Internships that started and ended early.'),
    { units: 'placement', where: { all: [has('start-internship'), has('end-placement', { how: 'early' })] } },
    'end of the internship',
  ]),
  indicator('internship', [
    'interrupted',
    words('Unterbrochene Praktika', 'Internships interrupted'),
    words(
      'Praktikumsplätze mit mindestens einer Unterbrechung.',
      'Placements with at least one interruption.',
    ),
    { units: 'placement', where: has('interrupt-placement') },
    'note of the interruption',
  ]),
  indicator('internship', [
    'noShows',
    words('Nicht angetreten', 'No-shows'),
    words('Praktikumsplätze, die nicht angetreten wurden.', 'Placements that nobody came to.'),
    { units: 'placement', where: has('end-placement', { how: 'no-show' }) },
    'end of the internship',
  ]),
];

const ABSENCES = [
  ['illness', 'Krankheit', 'illness'],
  ['holiday', 'Urlaub', 'holiday'],
  ['excused', 'entschuldigt', 'excused'],
  ['unexcused', 'unentschuldigt', 'unexcused'],
  ['lectures', 'Lehrveranstaltungen', 'lectures'],
  ['other', 'andere', 'other'],
] as const;

/** Of confirmed months of internships: hours, and days of absence by kind. */
const MONTHS: readonly Indicator[] = [
  indicator('internship', [
    'hoursPlanned',
    words('Geplante Stunden', 'Hours planned'),
    words(
      'Wochenstunden des Platzes je sieben Tage jedes bestätigten Monats.',
      'Weekly hours of the placement for every seven days of each confirmed month.',
    ),
    { units: 'placement-month', month: { hours: 'planned' } },
    'monthly confirmation',
    'flow',
  ]),
  indicator('internship', [
    'hoursWorked',
    words('Geleistete Stunden', 'Hours worked'),
    words(
      'Der Teil der geplanten Stunden, den gearbeitete Tage von geplanten Tagen ausmachen.',
      'The part of the planned hours that worked days are of planned days.',
    ),
    { units: 'placement-month', month: { hours: 'worked' } },
    'monthly confirmation',
    'flow',
  ]),
  indicator('internship', [
    'hoursShare',
    words('Anteil geleisteter Stunden', 'Share of hours worked'),
    words('Geleistete in Prozent der geplanten Stunden.', 'Hours worked in per cent of hours planned.'),
    share('hoursWorked', 'hoursPlanned'),
    'monthly confirmation',
  ]),
  ...ABSENCES.map(([kind, de, en]) =>
    indicator('internship', [
      `absent.${kind}`,
      words(`Abwesenheitstage: ${de}`, `Days of absence: ${en}`),
      words(
        `Tage der Abwesenheit dieser Art (${de}) in bestätigten Monaten.`,
        `Days of absence of this kind (${en}) in confirmed months.`,
      ),
      { units: 'placement-month', month: { absent: kind } },
      'monthly confirmation',
      'flow',
    ]),
  ),
  indicator('internship', [
    'mentorHours',
    words('Stunden der Mentor/innen', 'Hours of mentors'),
    words(
      'Stunden, die Mentorinnen und Mentoren laut bestätigten Monaten aufgewandt haben.',
      'Hours that mentors spent, as confirmed months say.',
    ),
    { units: 'placement-month', month: { field: 'mentorHours' } },
    'monthly confirmation',
    'flow',
  ]),
];

/** Internships from their first day to their last, and their months. */
export const INTERNSHIP_INDICATORS: readonly Indicator[] = [...INTERNSHIP, ...MONTHS];
