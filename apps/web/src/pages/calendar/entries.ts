import type { CohortLine } from '../../api/cohort';
import type { Meetings } from './calendar-queries';

export const KINDS = ['trip', 'interview', 'event', 'due'] as const;
export type Kind = (typeof KINDS)[number];

/** What stands on a day. */
export interface Entry {
  readonly id: string;
  readonly on: string;
  readonly kind: Kind;
  /** What it is about: a place, somebody asked, a title, a task. */
  readonly what: string;
  readonly journey?: string;
  readonly overdue?: boolean;
}

interface TripDay {
  readonly date: string;
  readonly place?: string;
}
const textOf = (body: object, name: string): string => {
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : '';
};
const isTripDay = (day: unknown): day is TripDay =>
  typeof day === 'object' && day !== null && typeof Reflect.get(day, 'date') === 'string';
const daysOf = (body: object): readonly TripDay[] => {
  const days: unknown = Reflect.get(body, 'days');
  return Array.isArray(days) ? days.filter(isTripDay) : [];
};

/** Words of an entry that need the reader's language or names. */
export interface EntryWords {
  /** A company, a university or a person of the programme. */
  readonly respondent: (id: string) => string;
  readonly task: (task: CohortLine['tasks'][number], line: CohortLine) => string;
}

/** Days of trips, interviews, events, and the days on which tasks of open journeys are due; by day. */
export function entriesOf(
  { trips, interviews, events }: Meetings,
  cohort: readonly CohortLine[],
  words: EntryWords,
): readonly Entry[] {
  return [
    ...trips.flatMap(({ id, body }) =>
      daysOf(body).map(({ date, place = '' }) => ({
        id: `${id}/${date}`,
        on: date,
        kind: 'trip' as const,
        what: place,
      })),
    ),
    ...interviews.map(({ id, body }) => ({
      id,
      on: textOf(body, 'on'),
      kind: 'interview' as const,
      what: words.respondent(textOf(body, 'respondent')),
    })),
    ...events.map(({ id, body }) => ({
      id,
      on: textOf(body, 'on'),
      kind: 'event' as const,
      what: textOf(body, 'title'),
    })),
    ...cohort
      .filter(({ status }) => status === 'open')
      .flatMap((line) =>
        line.tasks.flatMap((task) =>
          task.dueOn === undefined
            ? []
            : [
                {
                  id: `${line.id}/${task.key}`,
                  on: task.dueOn,
                  kind: 'due' as const,
                  what: words.task(task, line),
                  journey: line.id,
                  overdue: task.overdue,
                },
              ],
        ),
      ),
  ].toSorted((one, other) => `${one.on}${one.id}`.localeCompare(`${other.on}${other.id}`));
}
