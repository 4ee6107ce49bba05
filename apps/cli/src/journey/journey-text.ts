import type { Clock } from '@lotse/domain';
import type { Agenda, JourneyDetail, TimelineEntry } from '@lotse/journeys';
import { table } from '../output/table';
import { wrappedRows } from '../output/wrap';
import { axisRows } from './axes';
import { FACT_HEAD, factRow } from './fact-row';

export interface ShownJourney {
  readonly journey: JourneyDetail;
  readonly agenda: Agenda;
  readonly timeline: readonly TimelineEntry[];
}

interface Style {
  /** True: reasons and other free text of the facts too. */
  readonly withText: boolean;
  /** How a line that holds no longer is set. */
  readonly struck: (line: string) => string;
}

const KINDS = { S: 'law', P: 'practice', R: 'programme' } as const satisfies Record<Clock['kind'], string>;

/** A journey for people: where it stands, what is due and next and whose turn it is, and what has happened. */
export function journeyText({ journey, agenda, timeline }: ShownJourney, style: Style): string {
  const { id, programme, person, template, stage, phase, status, version, state } = journey;
  return [
    `Journey ${id}: stage ${stage} (${phase}), ${status}, version ${version}\n`,
    `Person ${person} in programme ${programme}, template ${template}\n`,
    statusText(journey),
    section(
      'Where it stands',
      ['axis', 'state'],
      axisRows(state).flatMap(([axis, words]) => wrappedRows(axis, words)),
    ),
    section(
      'Clocks',
      CLOCK_HEAD,
      agenda.clocks.map((clock) => clockRow(clock, agenda.today)),
    ),
    section(
      agenda.waitingOn === undefined
        ? 'What is to be done'
        : `What is to be done (waiting for the ${agenda.waitingOn})`,
      ['due', 'who', 'what', 'blocks'],
      agenda.tasks.map(({ dueOn, who, also, text, blocks }) => [
        dueOn ?? '',
        [who, ...also].join(', '),
        text,
        blocks ?? '',
      ]),
    ),
    section('Where it can go', ['to', 'by', 'still needed'], advanceRows(journey)),
    section('What else can be recorded', ['by', 'command'], commandRows(journey)),
    '\nWhat has happened\n\n',
    timelineText(timeline, style),
    agenda.clocks.some(({ kind }) => kind === 'S')
      ? '\nClocks of law are shown with their source. This is no legal advice.\n'
      : '',
  ].join('');
}

/** When and how the journey came to rest or to its end. */
function statusText({ status, state }: JourneyDetail): string {
  const { closure, previousJourney } = state;
  const why = [closure?.outcome, closure?.party && `on the side of the ${closure.party}`].filter(Boolean);
  const since = status === 'open' && state.status.on === '' ? '' : `${status} since ${state.status.on}`;
  const lines = [
    `At this stage since ${state.stage.on}${since === '' ? '' : `, ${since}`}${why.length === 0 ? '' : ` (${why.join(', ')})`}`,
    ...(previousJourney === undefined ? [] : [`Follows the closed journey ${previousJourney}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const section = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `\n${title}\n\n${table(head, rows)}`;

const CLOCK_HEAD = ['due', 'clock', 'set by', 'then', 'who', 'note', 'source'];

function clockRow(clock: Clock, today: string): string[] {
  const { code, dueOn, originalDueOn, kind, effect, who, also, source } = clock;
  const note = [
    ...(clock.stopped ? ['stands still'] : []),
    ...(dueOn < today && !clock.stopped ? [clock.asARule ? 'late' : 'overdue'] : []),
    ...(clock.asARule ? ['as a rule'] : []),
    ...(originalDueOn === undefined ? [] : [`was ${originalDueOn}`]),
    ...(clock.unverified ? ['unverified'] : []),
  ];
  return [dueOn, code, KINDS[kind], effect, [who, ...also].join(', '), note.join(', '), source];
}

const advanceRows = ({ commands }: JourneyDetail): string[][] =>
  commands
    .filter(({ command }) => command === 'advance')
    .map(({ about = '', by, unmet }) => [
      about,
      by.join(', '),
      unmet.length === 0
        ? 'nothing'
        : unmet.map(({ guard, who }) => `${guard} (${who.join(', ')})`).join('; '),
    ]);

/** The other commands under the first role that may give them. */
function commandRows({ commands }: JourneyDetail): string[][] {
  const byRole = new Map<string, string[]>();
  for (const { command, about, by } of commands) {
    if (command === 'advance') continue;
    const [role = ''] = by;
    const name = about === undefined ? command : `${command} ${about}`;
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  return [...byRole].flatMap(([role, names]) => wrappedRows(role, names));
}

/** Facts in order; a line that was corrected is struck through and stays readable. */
function timelineText(timeline: readonly TimelineEntry[], { withText, struck }: Style): string {
  const [head = '', rule = '', ...lines] = table(
    FACT_HEAD,
    timeline.map((fact) => factRow(fact, withText)),
  )
    .trimEnd()
    .split('\n');
  const shown = lines.map((line, index) => {
    const fact = timeline[index];
    return fact?.supersededBy === undefined ? line : struck(line);
  });
  return `${[head, rule, ...shown].join('\n')}\n`;
}
