import type { Context } from './context';
import { addDays, type Day } from './day';
import { PACKS } from './packs/pack-on';
import type { JourneyState } from './state';

/**
 * The last day on which the tasks of a journey are what they are today, if nothing happens; undefined when no day changes them.
 * Guards compare the day with consents of the template, titles and the law: each such day may change a task, and need not.
 */
export function tasksHoldUntil(state: JourneyState, { template, today }: Context): Day | undefined {
  if (state.status.code !== 'open') return undefined;
  const begin = [
    ...template.consents.map(({ from }) => from),
    ...state.titles.map(({ validFrom }) => validFrom),
    ...PACKS.map(({ from }) => from),
  ];
  const end = [
    ...template.consents.map(({ to }) => to),
    ...state.titles.map(({ validTo }) => validTo),
    ...Object.values(state.stays).map(({ endedOn }) => endedOn),
  ];
  const last = [...begin.map((day) => addDays(day, -1)), ...end.filter((day) => day !== undefined)];
  return last.filter((day) => day >= today).sort()[0];
}
