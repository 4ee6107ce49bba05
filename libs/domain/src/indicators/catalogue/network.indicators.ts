import type { Indicator } from '../indicator';
import { indicator, share, words } from './kit';

const EVENTS: readonly Indicator[] = [
  indicator('network', [
    'networkMeetings',
    words('Netzwerktreffen', 'Meetings of the network'),
    words('Treffen, deren Tag gekommen ist.', 'Meetings whose day has come.'),
    { records: 'event', where: { kind: 'meeting' }, day: 'on' },
    'minutes',
    'flow',
  ]),
  indicator('network', [
    'eventsHeld',
    words('Veranstaltungen', 'Events held'),
    words('Veranstaltungen aller Art, deren Tag gekommen ist.', 'Events of every kind whose day has come.'),
    { records: 'event', day: 'on' },
    'minutes or list of participants',
    'flow',
  ]),
  indicator('network', [
    'eventParticipants',
    words('Teilnahmen an Veranstaltungen', 'Participations in events'),
    words(
      'Summe der Teilnehmenden, bei jeder Veranstaltung gezählt.',
      'Sum of participants, counted at each event.',
    ),
    { records: 'event', day: 'on', amount: ['participants'] },
    'list of participants',
    'flow',
  ]),
  indicator('network', [
    'coursesHeld',
    words('Kurse', 'Courses held'),
    words(
      'Kurse und Workshops, deren erster Tag gekommen ist.',
      'Courses and workshops whose first day has come.',
    ),
    { records: 'event', where: { kind: { in: ['course', 'workshop'] } }, day: 'on' },
    'list of participants',
    'flow',
  ]),
  indicator('network', [
    'courseParticipants',
    words('Kursteilnahmen', 'Participations in courses'),
    words(
      'Summe der Teilnehmenden aller Kurse und Workshops.',
      'Sum of participants of all courses and workshops.',
    ),
    {
      records: 'event',
      where: { kind: { in: ['course', 'workshop'] } },
      day: 'on',
      amount: ['participants'],
    },
    'list of participants',
    'flow',
  ]),
  indicator('network', [
    'courseHours',
    words('Kursstunden', 'Hours of courses'),
    words('Summe der Stunden aller Kurse und Workshops.', 'Sum of hours of all courses and workshops.'),
    { records: 'event', where: { kind: { in: ['course', 'workshop'] } }, day: 'on', amount: ['hours'] },
    'list of participants',
    'flow',
  ]),
  indicator('network', [
    'participantHours',
    words('Teilnahmestunden', 'Participant hours'),
    words(
      'Teilnehmende mal Stunden, über alle Kurse und Workshops.',
      'Participants times hours, over all courses and workshops.',
    ),
    {
      records: 'event',
      where: { kind: { in: ['course', 'workshop'] } },
      day: 'on',
      amount: ['participants', 'hours'],
    },
    'list of participants',
    'flow',
  ]),
];

const AGREEMENTS: readonly Indicator[] = [
  indicator('network', [
    'newAgreements',
    words('Neue Vereinbarungen', 'New agreements'),
    words(
      'Vereinbarungen, deren erster Tag im Zeitraum liegt.',
      'Agreements whose first day lies in the period.',
    ),
    { records: 'agreement', day: 'from' },
    'signed agreement',
    'flow',
  ]),
];

const KINDS = [
  ['decision', 'decisions', 'Beschlüsse', 'Decisions', 'Decisions'],
  ['interim-target', 'interimTargets', 'Zwischenziele', 'Interim targets', 'InterimTargets'],
] as const;

/** What was due, what of it was done by its day, and the share. */
const WORK_PLAN: readonly Indicator[] = KINDS.flatMap(([kind, key, de, en, suffix]) => [
  indicator('network', [
    `${key}Due`,
    words(`Fällige ${de}`, `${en} due`),
    words(
      `${de} des Arbeitsplans, deren Tag gekommen ist.`,
      `${en} of the work plan whose due day has come.`,
    ),
    { records: 'measure', where: { kind }, day: 'dueOn' },
    'minutes',
    'flow',
  ]),
  indicator('network', [
    `${key}OnTime`,
    words(`Fristgerecht erledigte ${de}`, `${en} done on time`),
    words(`Fällige ${de}, die bis zu ihrem Tag erledigt waren.`, `${en} due that were done by their day.`),
    { records: 'measure', where: { kind }, day: 'dueOn', onTime: ['doneOn', 'dueOn'] },
    'minutes',
    'flow',
  ]),
  indicator('network', [
    `onTimeShare${suffix}`,
    words(`Anteil fristgerechter ${de}`, `Share of ${en.toLowerCase()} on time`),
    words(
      `Fristgerecht erledigte in Prozent der fälligen ${de}.`,
      `${en} done on time in per cent of those due.`,
    ),
    share(`${key}OnTime`, `${key}Due`),
    'minutes',
  ]),
]);

/** Work of the network beside journeys: meetings, training, agreements, the work plan. */
export const NETWORK_INDICATORS: readonly Indicator[] = [...EVENTS, ...AGREEMENTS, ...WORK_PLAN];
