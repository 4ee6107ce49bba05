import { stageOf, templateFaults, type Fact, type Template } from '@lotse/domain';
import { codeOf, COORDINATOR, giveStep, ORDINARY, recordsOnly } from './ordinary-journey';
import { clocksOf, dueDays, fire, must, stateOf } from './scenarios/scenario';
import type { World } from './world';

const CLOSE = {
  outcome: 'silent',
  party: 'candidate',
  returnable: true,
  reason: 'nothing was heard',
} as const;
const CLOCK = {
  code: 'silence',
  anchor: 'stage-entered',
  after: 'P30D',
  ladder: ['P14D', 'P2D'],
  effect: 'auto-close',
  who: 'candidate',
  close: CLOSE,
} as const;

const { close: _close, ...UNSAID } = CLOCK;
type Clock = Template['stages'][number]['clocks'][number];

const withClock = (template: Template, clock: Clock, at = 'COM'): Template => ({
  ...template,
  stages: template.stages.map((stage) =>
    stage.code === at ? { ...stage, clocks: [...stage.clocks, clock] } : stage,
  ),
});

/** A journey that has just come to a stage, under a template that closes it by itself there after 30 days. */
function arrivedAt(stage: string, recordedOn?: string): World {
  const world = recordsOnly('2026-01-01');
  world.template = withClock(world.template, CLOCK, stage);
  for (const step of ORDINARY) {
    world.today = recordedOn ?? step.on;
    giveStep(world, step.label);
    if (step.label === `advance.${stage}`) break;
  }
  return world;
}

/** Fires what is due on the day after, as the workflow does; `on` where it comes later. */
const fireOn = (world: World, clock: string, dueOn: string, on: string): readonly Fact[] => {
  const decision = fire(world, clock, dueOn, on);
  if (!decision.ok) throw new Error(codeOf(decision));
  return decision.facts;
};
function remind(world: World): void {
  fireOn(world, 'silence.p14d', '2026-02-11', '2026-02-12');
  fireOn(world, 'silence.p2d', '2026-02-23', '2026-02-24');
}
const due = (world: World, on = '2026-02-26'): readonly Fact[] => fireOn(world, 'silence', '2026-02-25', on);

describe('a clock that closes a journey by itself', () => {
  it('reminds on its ladder, and then closes as the template says, by nobody but Lotse', () => {
    const world = arrivedAt('COM');
    expect(dueDays(world, 'silence')).toEqual(['2026-02-25']);
    remind(world);
    const [fired, closed] = due(world);
    expect(fired).toMatchObject({ kind: 'clock-fired', data: { clock: 'silence', effect: 'auto-close' } });
    expect(closed).toMatchObject({
      kind: 'close',
      happenedOn: '2026-02-26',
      by: { role: 'system' },
      submittedBy: 'system',
      version: (fired?.version ?? 0) + 1,
      data: { ...CLOSE, clock: 'silence' },
    });
    const { status, closure } = stateOf(world);
    expect(status).toMatchObject({ code: 'closed', on: '2026-02-26' });
    expect(closure).toEqual({ outcome: 'silent', party: 'candidate', returnable: true });
    must(world, '2026-02-27', 'reopen', COORDINATOR, { reason: 'she called' });
    expect(stateOf(world).status.code).toBe('open');
  });

  it.each<readonly [string, string, (world: World) => readonly Fact[]]>([
    [
      'somebody has done something since the last reminder',
      'acted-since',
      (world) => {
        remind(world);
        must(world, '2026-02-25', 'record-contact-attempt', COORDINATOR, {
          channel: 'phone',
          result: 'reached',
        });
        return due(world);
      },
    ],
    ['no reminder went out', 'not-reminded', (world) => due(world)],
    [
      'the last reminder came late, as after a downtime',
      'not-reminded',
      (world) => {
        fireOn(world, 'silence.p14d', '2026-02-11', '2026-02-26');
        fireOn(world, 'silence.p2d', '2026-02-23', '2026-02-26');
        return due(world);
      },
    ],
  ])('only proposes it when %s', (_when, keptOpen, live) => {
    const world = arrivedAt('COM');
    const facts = live(world);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ kind: 'clock-fired', data: { effect: 'propose-close', keptOpen } });
    expect(stateOf(world).status.code).toBe('open');
    expect(clocksOf(world, 'silence')).toEqual([]); // once: it does not come again
  });

  it('only proposes it when a stay is under way', () => {
    const world = arrivedAt('INT');
    fireOn(world, 'silence.p14d', '2026-03-18', '2026-03-19');
    fireOn(world, 'silence.p2d', '2026-03-30', '2026-03-31');
    expect(fireOn(world, 'silence', '2026-04-01', '2026-04-02')).toMatchObject([
      { data: { effect: 'propose-close', keptOpen: 'binding' } },
    ]);
  });

  it('only proposes it when its day was past already when its stage came in', () => {
    const world = arrivedAt('COM', '2026-11-21');
    expect(clocksOf(world, 'silence')).toMatchObject([{ overdue: true }]);
    expect(due(world, '2026-11-22')[0]).toMatchObject({ data: { keptOpen: 'overdue' } });
  });

  it('stands still while the journey is on hold, and is of its stage alone', () => {
    const world = arrivedAt('COM');
    must(world, '2026-02-01', 'hold', COORDINATOR, { reason: 'illness' });
    expect(codeOf(fire(world, 'silence', '2026-02-25', '2026-02-26'))).toBe('clock-not-open');
    expect(clocksOf(arrivedAt('MAT'), 'silence')).toMatchObject([{ dueOn: '2026-03-09' }]);
  });

  it.each<readonly [string, Clock, string]>([
    ['without an outcome', UNSAID, 'auto-closes without an outcome'],
    ['without a reminder', { ...CLOCK, ladder: [] }, 'auto-closes without a reminder before'],
    ['again and again', { ...CLOCK, every: 'P30D' }, 'auto-closes and repeats'],
    ['and does something else', { ...CLOCK, effect: 'remind' }, 'names a closing and does not auto-close'],
  ])('is refused in a template that closes %s', (_how, clock, fault) => {
    const { template } = recordsOnly();
    const texts = templateFaults(withClock(template, clock)).map(({ text }) => text);
    expect(texts.join()).toContain(fault);
    expect(templateFaults(withClock(template, CLOCK))).toEqual([]);
    expect(stageOf(template, 'COM').clocks.map(({ effect }) => effect)).not.toContain('auto-close');
  });
});
