import {
  allClocks,
  isBinding,
  tasksHoldUntil,
  tasksOf,
  type Clock,
  type Context,
  type Day,
  type JourneyState,
  type Placement,
} from '@lotse/domain';
import type { PlacementRow, Projection, TaskRow, TasksHold } from '../ports/projection-store.port';
import { endOfDay } from '../zone';

const placementRow = (holds: boolean, placement: Placement): PlacementRow => ({
  id: placement.id,
  from: placement.from,
  to: placement.ended?.lastDay ?? placement.to,
  hoursPerWeek: placement.hoursPerWeek,
  route: placement.route,
  binding: holds && isBinding(placement),
  stayed: holds && placement.ended !== undefined && placement.startedOn !== undefined,
});

/** The guards of nomination are judged once, on records that other commands do not read: they cannot break later. */
function taskRows(state: JourneyState, context: Context): TaskRow[] {
  const [first] = context.template.stages;
  return tasksOf(state, context)
    .filter(
      ({ kind, blocks }) => kind !== 'clock' && !(kind === 'guard-no-longer-met' && blocks === first?.code),
    )
    .map(({ key, kind, who, also, text, blocks, dueOn }) => ({
      key,
      kind,
      who,
      also,
      text,
      ...(blocks === undefined ? {} : { blocks }),
      ...(dueOn === undefined ? {} : { dueOn }),
    }));
}

/** Everything listed of a journey, but for the instants that its days end at. */
export interface Listed extends Omit<Projection, 'clocks'> {
  readonly clocks: readonly Clock[];
}

/**
 * Everything listed of a journey, from its state alone. Clocks depend on nothing else; tasks also on today and on the records
 * that their guards look at, so they are as of the last command.
 * @param context with the journey's present template
 */
export function listedOf(state: JourneyState, context: Context): Listed {
  const holds = state.status.code !== 'void';
  return {
    placements: Object.values(state.placements).map((placement) => placementRow(holds, placement)),
    contracts: Object.keys(state.contracts),
    clocks: allClocks(state, context.template, context.isWorkingDay),
    tasks: taskRows(state, context),
  };
}

export const projectionOf = ({ clocks, ...rest }: Listed, zone: string): Projection => ({
  ...rest,
  clocks: clocks.map((clock) => ({ ...clock, dueAt: endOfDay(zone, clock.dueOn) })),
});

/** The days on which the tasks of a journey are as derived today. */
export function tasksHoldOf(state: JourneyState, context: Context): TasksHold {
  const until = tasksHoldUntil(state, context);
  return { from: context.today, ...(until === undefined ? {} : { until }) };
}

/** True on the days between, both included. */
export const holdsOn = (hold: TasksHold | undefined, day: Day): boolean =>
  hold !== undefined && hold.from <= day && (hold.until === undefined || day <= hold.until);

/** Reference ids of the assessors, and of the mentors of placements and of the integration plan, in order. */
export const assignedOf = ({ scores, placements, integration: { plan } }: JourneyState): string[] => {
  const mentors = [...Object.values(placements), ...(plan === undefined ? [] : [plan])].flatMap(
    ({ mentor }) => mentor ?? [],
  );
  return [...new Set([...scores.map(({ assessor }) => assessor), ...mentors])].sort();
};
