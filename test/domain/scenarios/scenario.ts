import type { Decision, Fact, JourneyState, JsonObject } from '@lotse/domain';
import { allClocks, tasksOf, type Clock, type Task } from '@lotse/domain';
import { act, commandOfStep, COORDINATOR, JOURNEY, type Step } from '../ordinary-journey';
import type { World } from '../world';

export const stateOf = (world: World, journey = JOURNEY): JourneyState => world.state(journey);
export const factsOf = (world: World, journey = JOURNEY): readonly Fact[] => world.facts.get(journey) ?? [];

/** Gives a command on its day, today; a refusal is the answer. */
export function tell(world: World, on: string, command: string, by: Step['by'], data: JsonObject): Decision {
  world.today = on > world.today ? on : world.today;
  return act(world, command, on, by, data);
}

/** The same, and it must be taken. @throws with the refusal */
export function must(world: World, on: string, command: string, by: Step['by'], data: JsonObject): void {
  const decision = tell(world, on, command, by, data);
  if (!decision.ok) throw new Error(`${command}: ${JSON.stringify(decision.refusal)}`);
}

/** All clocks of a code as the journey stands. */
export const clocksOf = (world: World, code: string): readonly Clock[] =>
  allClocks(stateOf(world), world.templateOf(stateOf(world)), world.isWorkingDay).filter(
    (clock) => clock.code === code,
  );
export const dueDays = (world: World, code: string): readonly string[] =>
  clocksOf(world, code).map(({ dueOn }) => dueOn);

const anything = commandOfStep({ label: 'asked', command: 'hold', on: '', by: COORDINATOR, data: {} });
export const tasks = (world: World): readonly Task[] =>
  tasksOf(stateOf(world), world.context({ ...anything, happenedOn: world.today }));

/** Lotse fires a clock on a day. */
export function fire(world: World, clock: string, dueOn: string, today: string): Decision {
  const { submittedBy, imported } = world;
  const { effect = 'task' } = clocksOf(world, clock).find((open) => open.dueOn === dueOn) ?? {};
  world.as('system').today = today;
  const decision = world.submit({
    id: `clock.${JOURNEY}.${clock}.${dueOn}`,
    journey: JOURNEY,
    command: 'fire-clock',
    happenedOn: today,
    by: { role: 'system' },
    data: { clock, dueOn, effect },
  });
  world.as(submittedBy, imported);
  return decision;
}
