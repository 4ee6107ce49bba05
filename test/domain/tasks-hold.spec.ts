import { addDays, tasksHoldUntil, tasksOf, type Context, type Template } from '@lotse/domain';
import { CANDIDATE, commandOfStep, COORDINATOR } from './ordinary-journey';
import { must, stateOf } from './scenarios/scenario';
import { journeyUntil, LABELS } from './whole-journey';
import type { World } from './world';

const asked = commandOfStep({ label: 'asked', command: 'hold', on: '', by: COORDINATOR, data: {} });

/** As on a day under a template whose consent runs out. */
function on(world: World, day: string): Context {
  const context = world.context({ ...asked, happenedOn: day });
  const consents = context.template.consents.map((consent) => ({ ...consent, to: '2026-09-15' }));
  const template: Template = { ...context.template, consents };
  return { ...context, template, today: day };
}
const tasks = (world: World, day: string): string =>
  JSON.stringify(tasksOf(stateOf(world), on(world, day)).map(({ overdue: _late, ...task }) => task));

describe('tasks of a journey', () => {
  it.each(LABELS)('after %s are the same on every day until the one they are said to hold to', (label) => {
    const world = journeyUntil(label);
    for (let day = world.today, held = 0; held < 40; held += 1) {
      const until = tasksHoldUntil(stateOf(world), on(world, day));
      const last = until ?? addDays(day, 1500);
      for (const step of [1, 7, 30, 90, 200, 400, 800])
        if (addDays(day, step) <= last) expect(tasks(world, addDays(day, step))).toBe(tasks(world, day));
      expect(tasks(world, last)).toBe(tasks(world, day));
      if (until === undefined) return;
      day = addDays(until, 1);
    }
    throw new Error(`The tasks after ${label} never come to rest`);
  });

  it('change on the day after the consent ran out', () => {
    const world = journeyUntil('nominate');
    must(world, world.today, 'give-consent', CANDIDATE, { consentVersion: '2023-10', language: 'ky' });
    const until = tasksHoldUntil(stateOf(world), on(world, world.today));
    expect(until).toBe('2026-09-15');
    expect(tasks(world, '2026-09-15')).not.toContain('guard:SEL:consent-current');
    expect(tasks(world, '2026-09-16')).toContain('guard:SEL:consent-current');
  });

  it('of a journey that is over change on no day', () => {
    const world = journeyUntil('advance.COM');
    must(world, world.today, 'close', COORDINATOR, { outcome: 'other', party: 'company', returnable: true });
    expect(tasksHoldUntil(stateOf(world), on(world, world.today))).toBeUndefined();
  });
});
