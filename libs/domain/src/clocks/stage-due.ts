import { addDuration, type Day } from '../day';
import type { JourneyState } from '../state';
import { stageOf, type ClockRule, type Template } from '../template/template';
import type { Clock } from './clocks';
import { FIRED_DAY } from './moment';
import { TEMPLATE_ANCHORS } from './template-anchors';

/** True of the rule's own clock, or one of several that it makes; not of the reminders before it. */
const isOf =
  ({ code, ladder = [] }: ClockRule) =>
  (clock: string): boolean =>
    (clock === code || clock.startsWith(`${code}.`)) &&
    !ladder.some((step) => clock.endsWith(`.${step.toLowerCase()}`));

/** A talk that is due each month says nothing of when the stage is to be left. */
const endsStage = ({ every, metBy }: ClockRule): boolean => every === undefined && metBy === undefined;

/** When the next stage expects what it asks for, where its clock counts from a fact that is there already. */
function expectedBy(state: JourneyState, template: Template, next: string): Day | undefined {
  return stageOf(template, next)
    .clocks.filter(({ anchor }) => anchor !== 'stage-entered')
    .flatMap(({ anchor, after }) => TEMPLATE_ANCHORS[anchor](state).map(({ on }) => addDuration(on, after)))
    .sort()[0];
}

/**
 * The day by which what the next stage asks for is due: that of the clock which ends the present stage, also when it is over and
 * has fired; in a stage of nothing but talks the last of them; else the day that the next stage counts from a fact.
 * @param clocks those of the journey, earliest first @returns undefined where no day is set, or while the clock stands still
 */
export function stageDueOn(
  state: JourneyState,
  template: Template,
  clocks: readonly Clock[],
  next: string,
): Day | undefined {
  const all = stageOf(template, state.stage.code).clocks;
  const ending = all.filter(endsStage);
  const rules = (ending.length > 0 ? ending : all).map(isOf);
  const isOwn = (code: string): boolean => rules.some((isOne) => isOne(code));
  const open = clocks.filter(({ kind, code }) => kind === 'R' && isOwn(code));
  if (open.length > 0) {
    const running = open.filter(({ stopped }) => !stopped);
    return (ending.length > 0 ? running[0] : running.at(-1))?.dueOn;
  }
  const fired = state.fired
    .filter((key) => isOwn(key.slice(0, -FIRED_DAY.length)))
    .map((key) => key.slice(1 - FIRED_DAY.length))
    .filter((day) => day >= state.stage.on)
    .sort()
    .at(-1);
  return expectedBy(state, template, next) ?? fired;
}
