import { clocks, fold, type Clock } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  commandOfStep,
  COMPANY,
  COORDINATOR,
  correct,
  give,
  giveStep,
  guardsOf,
  JOURNEY,
  MENTOR,
  ORDINARY,
  recordsOnly,
  stepOf,
  strike,
  wholeWorld,
  worldAfter,
} from './ordinary-journey';
import { fire } from './scenarios/scenario';
import { World } from './world';

/** Clocks of the template; those of law stand in law-clocks.spec.ts. */
const open = (world: World): readonly Clock[] =>
  clocks(world.state(JOURNEY), world.template, world.isWorkingDay).filter(({ kind }) => kind === 'R');
const brief = (world: World): readonly string[] =>
  open(world).map(({ code, dueOn, overdue }) => `${code} ${dueOn}${overdue ? ' overdue' : ''}`);

/** A world in which every row is given on the day it happens, so that nothing is late. */
function liveWorld(until: string): World {
  const world = recordsOnly('2026-01-05', 'coordinator-1', false);
  for (const row of ORDINARY) {
    world.today = row.on;
    const decision = give(world, row);
    if (!decision.ok) throw new Error(`${row.label}: ${JSON.stringify(decision.refusal)}`);
    if (row.label === until) return world;
  }
  return world;
}

/** domain.md §3.5, "Clock → effect", for a journey kept up on the day. */
const OF_STAGE: readonly (readonly [
  until: string,
  expected: readonly (readonly [code: string, dueOn: string, effect: string, who: string])[],
])[] = [
  ['nominate', [['nomination', '2026-01-26', 'remind', 'coordinator']]],
  ['advance.SEL', [['selection', '2026-01-29', 'task', 'coordinator']]],
  [
    'advance.COM',
    [
      ['commitment.p14d', '2026-02-11', 'remind', 'coordinator'],
      ['commitment.p7d', '2026-02-18', 'remind', 'coordinator'],
      ['commitment.p2d', '2026-02-23', 'remind', 'coordinator'],
      ['commitment', '2026-02-25', 'propose-close', 'coordinator'],
    ],
  ],
  ['advance.MAT', [['matching', '2026-02-28', 'escalate', 'company']]],
  ['advance.PRE', [['preparation', '2026-06-11', 'task', 'coordinator']]],
  [
    'advance.INT',
    [
      ['first-check-in', '2026-03-09', 'task', 'mentor'],
      ['check-in', '2026-04-02', 'task', 'mentor'],
      ['agreed-end', '2026-05-29', 'task', 'mentor'],
    ],
  ],
  ['advance.EVA', [['evaluation', '2026-06-12', 'escalate', 'coordinator']]],
  [
    'advance.RET',
    [
      ['contact', '2026-07-08', 'task', 'coordinator'],
      ['degree', '2026-08-30', 'review', 'university'],
    ],
  ],
  ['advance.CON', []],
  ['offer-contract', [['offer-answer', '2026-08-04', 'task', 'candidate']]],
  ['sign-contract.candidate', []],
  ['advance.ARR', [['settling', '2026-10-12', 'watch', 'municipality']]],
];
const STAGE_CLOCKS: Readonly<Record<string, readonly string[]>> = {
  VIS: [],
  // Probation runs from the first working day, see law-clocks.spec.ts.
  EMP: [],
  FUP: [
    'follow-up.p7d 2026-09-19',
    'follow-up.p1m 2026-10-12',
    'follow-up.p3m 2026-12-12',
    'follow-up.p6m 2027-03-12',
    'follow-up.p12m 2027-09-12',
  ],
  DONE: [],
};

describe('the clocks of every stage', () => {
  it.each(OF_STAGE)('after %s', (until, expected) => {
    const found = open(liveWorld(until));
    expect(found.map(({ code, dueOn, effect, who }) => [code, dueOn, effect, who])).toEqual(expected);
    expect(found.every(({ overdue }) => !overdue)).toBe(true);
  });

  it.each(Object.entries(STAGE_CLOCKS))('in %s', (code, expected) => {
    const world = liveWorld('advance.ARR');
    const state = world.state(JOURNEY);
    world.journeys.set(JOURNEY, { ...state, stage: { ...state.stage, code } });
    expect(brief(world)).toEqual(expected);
  });

  it('a journey that is held, closed or void has none that runs', () => {
    const world = liveWorld('advance.COM');
    const state = world.state(JOURNEY);
    for (const code of ['closed', 'void'] as const)
      expect(clocks({ ...state, status: { ...state.status, code } }, world.template)).toEqual([]);
    act(world, 'hold', '2026-01-26', COORDINATOR, { reason: 'is ill' });
    expect(open(world)).toEqual([]);
  });

  it('an interrupted internship has none until it is resumed', () => {
    const world = liveWorld('advance.INT');
    world.today = '2026-03-10';
    act(world, 'interrupt-placement', '2026-03-10', MENTOR, { placement: 'pl-1', reason: 'flu' });
    expect(open(world)).toEqual([]);
    act(world, 'resume-placement', '2026-03-10', MENTOR, { placement: 'pl-1' });
    expect(open(world)).toHaveLength(3);
  });
});

describe('what has fired is not listed again', () => {
  it('and fires only after the due day has ended, once', () => {
    const world = liveWorld('nominate');
    expect(codeOf(fire(world, 'nomination', '2026-01-26', '2026-01-26'))).toBe('clock-not-open');
    expect(codeOf(fire(world, 'nomination', '2026-01-26', '2026-01-27'))).toBe('accepted');
    expect(open(world)).toEqual([]);
    expect(codeOf(fire(world, 'nomination', '2026-01-26', '2026-01-28'))).toBe('clock-not-open');
    expect(world.facts.get(JOURNEY)?.at(-1)).toMatchObject({
      kind: 'clock-fired',
      data: { clock: 'nomination', dueOn: '2026-01-26', overdue: false },
    });
  });

  it('a clock that is not of the journey does not fire', () => {
    const world = liveWorld('nominate');
    for (const [clock, due] of [
      ['nomination', '2026-01-25'],
      ['selection', '2026-01-19'],
      ['nobody', '2026-01-26'],
    ] as const)
      expect(codeOf(fire(world, clock, due, '2026-03-01'))).toBe('clock-not-open');
  });

  it('the stage that is left takes its clocks along', () => {
    const world = liveWorld('advance.SEL');
    expect(codeOf(fire(world, 'nomination', '2026-01-26', '2026-02-27'))).toBe('clock-not-open');
  });

  it('a ladder goes on rung by rung', () => {
    const world = liveWorld('advance.COM');
    fire(world, 'commitment.p14d', '2026-02-11', '2026-02-12');
    expect(brief(world)).toEqual([
      'commitment.p7d 2026-02-18',
      'commitment.p2d 2026-02-23',
      'commitment 2026-02-25',
    ]);
  });

  it('a series opens its next term, until the agreed end', () => {
    const world = liveWorld('advance.INT');
    const terms = ['2026-04-02', '2026-05-02'];
    for (const term of terms) {
      expect(brief(world)).toContain(`check-in ${term}`);
      expect(codeOf(fire(world, 'check-in', term, '2026-05-03'))).toBe('accepted');
    }
    expect(brief(world)).toEqual([
      'first-check-in 2026-03-09',
      'check-in-missed 2026-04-09',
      'check-in-missed 2026-05-09',
      'agreed-end 2026-05-29',
    ]);
  });

  it('leaves the same journey in whatever order the days of the firings come', () => {
    const world = liveWorld('advance.INT');
    fire(world, 'first-check-in', '2026-03-09', '2026-04-20');
    fire(world, 'check-in', '2026-04-02', '2026-04-10');
    expect(world.state(JOURNEY).fired).toEqual(['check-in.2026-04-02', 'first-check-in.2026-03-09']);
    expect(fold(JOURNEY, world.facts.get(JOURNEY) ?? [])).toEqual(world.state(JOURNEY));
  });

  it('does not make a journey younger: what happened before the firing is still taken', () => {
    const world = liveWorld('nominate');
    fire(world, 'nomination', '2026-01-26', '2026-02-20');
    expect(world.state(JOURNEY).youngestOn).toBe('2026-01-05');
    expect(codeOf(giveStep(world, 'give-consent'))).toBe('accepted');
  });
});

describe('what was past when it came to us is one overdue task', () => {
  it('a ladder keeps its last rung that was past, and what is still to come', () => {
    const world = liveWorld('countersign-commitment');
    world.today = '2026-02-20';
    giveStep(world, 'advance.COM');
    expect(brief(world)).toEqual([
      'commitment.p7d 2026-02-18 overdue',
      'commitment.p2d 2026-02-23',
      'commitment 2026-02-25',
    ]);
    const late = liveWorld('countersign-commitment');
    late.today = '2026-06-01';
    giveStep(late, 'advance.COM');
    expect(brief(late)).toEqual(['commitment 2026-02-25 overdue']);
    expect(codeOf(fire(late, 'commitment', '2026-02-25', '2026-06-01'))).toBe('accepted');
    expect(late.facts.get(JOURNEY)?.at(-1)?.data.overdue).toBe(true);
    expect(open(late)).toEqual([]);
  });

  it('a series keeps its last term that was past, then goes on', () => {
    const world = liveWorld('leave-for-studies');
    world.today = '2026-09-20';
    giveStep(world, 'advance.RET');
    expect(brief(world)).toEqual(['degree 2026-08-30 overdue', 'contact 2026-09-08 overdue']);
    fire(world, 'contact', '2026-09-08', '2026-09-20');
    expect(brief(world)).toContain('contact 2026-10-08');
  });

  it('a due day on the day of insertion is not past', () => {
    const world = liveWorld('nominate');
    const late = new World('2026-01-26', 'c', false);
    for (const [key, body] of world.records) late.records.set(key, body);
    giveStep(late, 'nominate');
    expect(brief(late)).toEqual(['nomination 2026-01-26']);
  });

  it('the last of the facts that make a clock decides: a stage entered late, a journey reopened', () => {
    const world = liveWorld('start-internship');
    world.today = '2026-05-10';
    giveStep(world, 'advance.INT');
    expect(brief(world)).toEqual([
      'first-check-in 2026-03-09 overdue',
      'check-in 2026-05-02 overdue',
      'agreed-end 2026-05-29',
    ]);
    const closed = liveWorld('advance.RET');
    act(closed, 'close', '2026-06-08', COORDINATOR, {
      outcome: 'left',
      party: 'candidate',
      returnable: true,
    });
    closed.today = '2026-11-20';
    act(closed, 'reopen', '2026-11-20', COORDINATOR, { reason: 'is back' });
    expect(brief(closed)).toEqual(['degree 2026-08-30 overdue', 'contact 2026-11-08 overdue']);
  });
});

describe('a correction moves every deadline by itself', () => {
  it('of the day the internship began', () => {
    const world = liveWorld('advance.INT');
    correct(world, 'start-internship', { happenedOn: '2026-03-01' });
    expect(brief(world)).toEqual([
      'first-check-in 2026-03-08',
      'check-in 2026-04-01',
      'agreed-end 2026-05-29',
    ]);
    expect(codeOf(fire(world, 'check-in', '2026-04-02', '2026-04-03'))).toBe('clock-not-open');
  });

  it('of the agreed end, the degree and the end of the placement', () => {
    const world = liveWorld('advance.INT');
    correct(world, 'reserve-placement', { data: { to: '2026-04-15' } });
    expect(brief(world)).toContain('agreed-end 2026-04-15');
    const studies = liveWorld('advance.RET');
    correct(studies, 'leave-for-studies', { data: { expectedDegreeOn: '2026-09-30' } });
    expect(brief(studies)).toContain('degree 2026-10-30');
    const ended = liveWorld('advance.EVA');
    correct(ended, 'end-placement', { data: { lastDay: '2026-05-20' } });
    expect(brief(ended)).toEqual(['evaluation 2026-06-03']);
  });

  it('to a day that is past when the correction comes: overdue, once', () => {
    const world = liveWorld('advance.RET');
    world.today = '2026-06-20';
    correct(world, 'leave-for-studies', { data: { expectedDegreeOn: '2026-05-01' } });
    expect(brief(world)).toContain('degree 2026-05-31 overdue');
  });

  it('what was struck has no deadline', () => {
    const world = liveWorld('offer-contract');
    strike(world, 'offer-contract');
    expect(open(world)).toEqual([]);
  });
});

describe('the answer to an offer', () => {
  it('is awaited for every offer that is open', () => {
    const world = liveWorld('offer-contract');
    world.today = '2026-07-06';
    act(world, 'prepare-contract', '2026-07-06', COMPANY, {
      ...stepOf('prepare-contract').data,
      contract: 'ct-2',
    });
    act(world, 'offer-contract', '2026-07-06', COMPANY, { contract: 'ct-2' });
    expect(brief(world)).toEqual(['offer-answer 2026-08-04', 'offer-answer 2026-08-05']);
    fire(world, 'offer-answer', '2026-08-04', '2026-08-05');
    expect(brief(world)).toEqual(['offer-answer 2026-08-05']);
  });

  it.each([
    ['decline-contract', CANDIDATE],
    ['retract-contract', COMPANY],
  ])('is not awaited after %s', (command, by) => {
    const world = liveWorld('offer-contract');
    act(world, command, '2026-07-05', by, { contract: 'ct-1', reason: 'x' });
    expect(open(world)).toEqual([]);
  });

  it('nor after the candidate withdrew and came back', () => {
    const world = liveWorld('offer-contract');
    act(world, 'withdraw', '2026-07-05', CANDIDATE, { reason: 'x' });
    act(world, 'reopen', '2026-07-05', COORDINATOR, { reason: 'x' });
    expect(open(world)).toEqual([]);
  });
});

describe('the firing itself', () => {
  it('is bound to nothing but the clock: its fact leaves stage, status and guards alone', () => {
    const world = liveWorld('nominate');
    const before = world.state(JOURNEY);
    fire(world, 'nomination', '2026-01-26', '2026-02-27');
    expect(world.state(JOURNEY)).toEqual({
      ...before,
      version: before.version + 1,
      fired: ['nomination.2026-01-26'],
    });
  });

  it('of a proposal proposes and does nothing: a person closes', () => {
    const world = liveWorld('advance.COM');
    const before = world.state(JOURNEY);
    expect(open(world)).toContainEqual(
      expect.objectContaining({ code: 'commitment', effect: 'propose-close' }),
    );
    expect(codeOf(fire(world, 'commitment', '2026-02-25', '2026-04-30'))).toBe('accepted');
    expect(world.state(JOURNEY)).toEqual({
      ...before,
      version: before.version + 1,
      fired: ['commitment.2026-02-25'],
    });
  });

  it('is refused in a closed journey, whose programme clocks are over', () => {
    const world = liveWorld('nominate');
    act(world, 'close', '2026-01-05', COORDINATOR, { outcome: 'left', party: 'candidate', returnable: true });
    expect(codeOf(fire(world, 'nomination', '2026-01-26', '2026-02-27'))).toBe('clock-not-open');
  });

  it('never appears among the commands of a person', () => {
    const asked = { ...commandOfStep(stepOf('record-housing')), command: 'clock-fired' };
    expect(guardsOf(wholeWorld().ask(asked))).toEqual(['command']);
    expect(codeOf(worldAfter('nominate').ask(asked))).toBe('unknown-command');
  });
});
