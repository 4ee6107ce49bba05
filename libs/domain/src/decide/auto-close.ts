import type { Clock } from '../clocks/clocks';
import { addDuration, type Day } from '../day';
import { CLOCK_FIRED } from '../evolve/evolve';
import type { Fact } from '../fact';
import type { JourneyState } from '../state';
import { stageOf, type ClosingRule, type Template } from '../template/template';

/**
 * Why a clock that may close a journey proposed it instead: it was past when its fact came in, its last reminder did not go out
 * in time (as after a downtime), somebody did something since, or a stay or contract binds.
 */
export type KeptOpen = 'overdue' | 'not-reminded' | 'acted-since' | 'binding';

const binds = ({ placements, contracts, employments }: JourneyState): boolean =>
  Object.values(placements).some(({ startedOn, ended }) => startedOn !== undefined && ended === undefined) ||
  Object.values(contracts).some(
    ({ concludedOn, withdrawnOn }) => concludedOn !== undefined && withdrawnOn === undefined,
  ) ||
  employments.some(({ ended }) => ended === undefined);

/** The last reminder of the ladder, as it was fired. */
function lastReminder(history: readonly Fact[], code: string, step: string): Fact | undefined {
  const reminder = `${code}.${step.toLowerCase()}`;
  return history.filter(({ kind, data }) => kind === CLOCK_FIRED && data.clock === reminder).at(-1);
}

/**
 * What a due `auto-close` clock does: with what it closes the journey, or why it only proposes that. A journey is closed when
 * everybody was reminded as early as the template promises and nobody has done anything since.
 * @param history all facts of the journey, in the order of their versions
 */
export function closingOf(
  state: JourneyState,
  clock: Clock,
  template: Template,
  history: readonly Fact[],
  today: Day,
): { readonly close: ClosingRule } | { readonly keptOpen: KeptOpen } {
  const rule = stageOf(template, state.stage.code).clocks.find(
    ({ code, effect }) => effect === clock.effect && `${clock.code}.`.startsWith(`${code}.`),
  );
  const step = rule?.ladder?.at(-1);
  if (clock.overdue) return { keptOpen: 'overdue' };
  const reminder = step === undefined ? undefined : lastReminder(history, clock.code, step);
  if (rule?.close === undefined || step === undefined || reminder === undefined)
    return { keptOpen: 'not-reminded' };
  if (addDuration(reminder.happenedOn, step) > today) return { keptOpen: 'not-reminded' };
  if (history.some(({ version, by }) => version > reminder.version && by.role !== 'system'))
    return { keptOpen: 'acted-since' };
  return binds(state) ? { keptOpen: 'binding' } : { close: rule.close };
}
