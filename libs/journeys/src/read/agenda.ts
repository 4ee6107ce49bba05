import { allClocks, tasksOf, waitingOn, type Clock, type Day, type Role, type Task } from '@lotse/domain';
import { viewJourney, type Reader } from './view-journey';

/** What is due in one journey and what is to be done, as of now; nothing of it is stored. */
export interface Agenda {
  /** In the programme's time zone. */
  readonly today: Day;
  /** Who has to act before the journey can move on; absent while it is not open. */
  readonly waitingOn?: Role;
  /** Earliest first. */
  readonly clocks: readonly Clock[];
  /** Beside the clocks. */
  readonly tasks: readonly Task[];
}

/** Null when there is no journey of the id. */
export async function agenda(reader: Reader, id: string): Promise<Agenda | null> {
  const viewed = await viewJourney(reader, id, reader.clock.now());
  if (viewed === undefined) return null;
  const { state, template, context } = viewed;
  const role = waitingOn(state, context);
  const first = template.stages[0]?.code;
  return {
    today: context.today,
    ...(role === undefined ? {} : { waitingOn: role }),
    clocks: [...allClocks(state, template, context.isWorkingDay)].sort((a, b) =>
      a.dueOn < b.dueOn ? -1 : 1,
    ),
    // The guards of the nomination are judged once, on what was nominated.
    tasks: tasksOf(state, context).filter(
      ({ kind, blocks }) => kind !== 'clock' && !(kind === 'guard-no-longer-met' && blocks === first),
    ),
  };
}
