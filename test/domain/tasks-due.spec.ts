import { addDays, tasksOf, type Task } from '@lotse/domain';
import { commandOfStep, COORDINATOR, MENTOR } from './ordinary-journey';
import { fire, must, stateOf } from './scenarios/scenario';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

const asked = commandOfStep({ label: 'asked', command: 'hold', on: '', by: COORDINATOR, data: {} });

function tasksOn(world: World, day: string): readonly Task[] {
  const context = world.context({ ...asked, happenedOn: day });
  return tasksOf(stateOf(world), { ...context, today: day });
}
const guards = (world: World, day: string): readonly Task[] =>
  tasksOn(world, day).filter(({ kind }) => kind === 'guard');
/** Due day and lateness of what the next stage asks for; one line where all of it is due alike. */
const due = (world: World, day: string): string[] => [
  ...new Set(
    guards(world, day).map(({ dueOn = 'no day', overdue }) => `${dueOn}${overdue ? ' overdue' : ''}`),
  ),
];

describe('what the next stage asks for is due', () => {
  it('on the day of the clock that ends the stage, not on that of a reminder before it', () => {
    // Thirty days for the commitment, with a ladder fourteen, seven and two days before.
    const world = journeyUntil('advance.SEL');
    expect(due(world, '2026-01-20')).toEqual(['2026-01-29']);
    expect(due(journeyUntil('advance.COM'), '2026-01-27')).toEqual(['2026-02-25']);
  });

  it('and stays due, and overdue, when that clock has fired', () => {
    const world = journeyUntil('advance.SEL');
    expect(fire(world, 'selection', '2026-01-29', '2026-01-30').ok).toBe(true);
    expect(due(world, '2026-01-30')).toEqual(['2026-01-29 overdue']);
  });

  it('in a running internship at its agreed end, whatever talk is due before', () => {
    const world = journeyUntil('advance.INT');
    expect(tasksOn(world, '2026-03-20').find(({ text }) => text === 'first-check-in')).toMatchObject({
      dueOn: '2026-03-09',
      overdue: true,
    });
    expect(guards(world, '2026-03-20').map(({ key }) => key)).toContain(
      'guard:EVA:evaluated:company:company',
    );
    expect(due(world, '2026-03-20')).toEqual(['2026-05-29']);
  });

  it('after an internship two weeks after its last day', () => {
    const world = journeyUntil('advance.INT');
    must(world, '2026-04-10', 'end-placement', MENTOR, {
      placement: 'pl-1',
      how: 'early',
      lastDay: '2026-04-10',
      reason: 'illness',
    });
    expect(due(world, '2026-04-12')).toEqual([addDays('2026-04-10', 14)]);
    expect(due(world, '2026-05-01')).toEqual([`${addDays('2026-04-10', 14)} overdue`]);
  });

  it('in a follow-up by its last talk, a year after', () => {
    const world = journeyUntil('advance.FUP');
    const { on } = stateOf(world).stage;
    const [lastTalk] = tasksOn(world, on)
      .filter(({ text }) => text === 'follow-up.p12m')
      .map(({ dueOn }) => dueOn);
    expect(due(world, on)).toEqual([lastTalk]);
  });

  it('on no day while that clock stands still', () => {
    const world = journeyUntil('advance.SEL');
    must(world, '2026-01-20', 'stop-clock', COORDINATOR, {
      clock: 'selection',
      reason: 'waits for a letter',
    });
    expect(due(world, '2026-01-21')).toEqual(['no day']);
  });
});
