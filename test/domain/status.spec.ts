import { AVAILABLE, TEMPLATES, type Decision, type Status } from '@lotse/domain';
import { actorOf, DECLARED } from './command-samples';
import {
  act,
  CANDIDATE,
  codeOf,
  commandOfStep,
  COORDINATOR,
  give,
  giveStep,
  guardsOf,
  JOURNEY,
  unmetOf,
  wholeWorld,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

const CLOSE = { outcome: 'left', party: 'candidate', returnable: true };
const VOID = { reason: 'wrong person', approvedBy: 'second-person' };
const REASON = { reason: 'said so' };

function ask(world: World, command: string, on = world.today): Decision {
  const declared = DECLARED[command];
  const by = actorOf(declared?.by[0] ?? 'coordinator');
  return world.ask(commandOfStep({ label: 'asked', command, on, by, data: declared?.required ?? {} }));
}

/** The whole ordinary journey with another status, as nothing but the fold would give it. */
function worldWith(status: Status): World {
  const world = wholeWorld();
  const state = world.state(JOURNEY);
  world.journeys.set(JOURNEY, { ...state, status: { ...state.status, code: status, on: '2026-09-20' } });
  return world;
}

/** Rule 11: what each status takes. `fire-clock` is Lotse's own and stands in its own test. */
const TAKEN: Readonly<Record<Status, (command: string) => boolean>> = {
  open: () => true,
  'on-hold': (command) => command !== 'advance',
  // Two records of one person are one, also where a journey of theirs is over.
  closed: (command) => ['correct', 'reopen', 'void', 'withdraw-consent', 'merge-person'].includes(command),
  void: () => false,
};
const rows = [...AVAILABLE]
  .filter((command) => command !== 'nominate')
  .flatMap((command) =>
    (Object.keys(TAKEN) as Status[]).map((status) => ({ command, status, taken: TAKEN[status](command) })),
  );
const STATUS_CODES = ['journey-on-hold', 'journey-closed', 'journey-void'];

describe('every command in every status', () => {
  const worlds = {
    open: worldWith('open'),
    'on-hold': worldWith('on-hold'),
    closed: worldWith('closed'),
    void: worldWith('void'),
  };

  it.each(rows.filter(({ command }) => command !== 'fire-clock'))(
    '$command while $status: judged further $taken',
    ({ command, status, taken }) => {
      const decision = ask(worlds[status], command);
      expect(STATUS_CODES.includes(codeOf(decision))).toBe(!taken);
      if (!taken) expect(codeOf(decision)).toBe(`journey-${status}`);
    },
  );

  it.each(['on-hold', 'closed', 'void'] as const)('no clock fires while %s', (status) => {
    expect(codeOf(ask(worldWith(status).as('system'), 'fire-clock'))).not.toBe('accepted');
  });

  it('only a closed journey is reopened', () => {
    for (const status of ['open', 'on-hold'] as const)
      expect(guardsOf(ask(worldWith(status), 'reopen'))).toEqual(['journey-closed']);
  });

  it('an existing journey is not nominated again, whatever its status', () => {
    for (const status of ['open', 'on-hold', 'closed', 'void'] as const)
      expect(codeOf(ask(worldWith(status), 'nominate'))).toBe('journey-exists');
  });

  it('a journey nobody nominated takes nothing else', () => {
    const world = worldBefore('nominate');
    for (const command of AVAILABLE)
      if (command !== 'nominate' && command !== 'fire-clock')
        expect([command, codeOf(ask(world, command))]).toEqual([command, 'journey-unknown']);
  });
});

describe('every command in every stage', () => {
  const stages = TEMPLATES.get('de-uni-internship-hire@1')?.stages.map(({ code }) => code) ?? [];
  const unbound = [...AVAILABLE].filter(
    (command) =>
      !['nominate', 'advance', 'reverse', 'stop-clock', 'extend-clock', 'fire-clock'].includes(command),
  );

  it('has fourteen stages', () => {
    expect(stages).toHaveLength(14);
  });

  it.each(unbound)('%s is bound to no stage: the same answer in all', (command) => {
    const world = wholeWorld();
    const state = world.state(JOURNEY);
    const answers = stages.map((code) => {
      world.journeys.set(JOURNEY, { ...state, stage: { ...state.stage, code } });
      const decision = ask(world, command);
      return decision.ok ? 'accepted' : decision.refusal;
    });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('status is judged as of the day (rule 11)', () => {
  const closed = (): World => {
    const world = worldAfter('advance.EVA');
    expect(codeOf(act(world, 'close', '2026-07-01', COORDINATOR, CLOSE))).toBe('accepted');
    return world;
  };

  it('a closed journey still takes what happened before the exit day', () => {
    expect(codeOf(giveStep(closed(), 'recommend', { on: '2026-06-30' }))).toBe('accepted');
  });

  it('and refuses what happened on it or after, saying since when and what would help', () => {
    for (const on of ['2026-07-01', '2026-07-02']) {
      const decision = giveStep(closed(), 'recommend', { on });
      expect(codeOf(decision)).toBe('journey-closed');
      expect(unmetOf(decision)[0]).toMatchObject({ who: ['coordinator'] });
      expect(unmetOf(decision)[0]?.remedy).toContain('closed since 2026-07-01: reopen it first');
    }
  });

  it('advance is judged by the status now', () => {
    expect(codeOf(act(closed(), 'advance', '2026-06-30', COORDINATOR, { to: 'CON' }))).toBe('journey-closed');
  });

  it.each([
    ['close', COORDINATOR, CLOSE],
    ['withdraw', CANDIDATE, REASON],
    ['advance', COORDINATOR, { to: 'RET' }],
  ])('%s may not precede the last move', (command, by, data) => {
    const world = worldAfter('leave-for-studies');
    const early = act(world, command, '2026-06-02', by, data);
    expect(codeOf(early)).toBe('order-not-allowed');
    expect(guardsOf(early)).toContain('after-last-move');
    expect(unmetOf(early)[0]?.remedy).toContain('2026-06-03');
    expect(codeOf(act(world, command, command === 'advance' ? '2026-06-08' : '2026-06-03', by, data))).toBe(
      'accepted',
    );
  });

  it('reopen may not precede the closing, and returns to the stored stage', () => {
    const world = closed();
    expect(guardsOf(act(world, 'reopen', '2026-06-30', COORDINATOR, REASON))).toEqual(['after-last-move']);
    expect(codeOf(act(world, 'reopen', '2026-07-01', COORDINATOR, REASON))).toBe('accepted');
    expect(world.state(JOURNEY)).toMatchObject({
      status: { code: 'open', on: '2026-07-01' },
      stage: { code: 'EVA' },
    });
    expect(world.state(JOURNEY).closure).toBeUndefined();
  });

  it('close keeps who was at cause and what became of it; the commitment and the places stay', () => {
    const world = closed();
    expect(world.state(JOURNEY)).toMatchObject({
      status: { code: 'closed', on: '2026-07-01' },
      closure: CLOSE,
      commitment: { signed: { on: '2026-01-25' } },
    });
    const waiting = worldAfter('opt-in');
    act(waiting, 'close', '2026-07-01', COORDINATOR, CLOSE);
    expect(waiting.state(JOURNEY).placements['pl-1']?.cancelledOn).toBeUndefined();
  });
});

describe('void (rule 11)', () => {
  it('needs a second person who is not the one who submits', () => {
    const world = wholeWorld();
    const alone = act(world, 'void', '2026-10-01', COORDINATOR, { reason: 'x', approvedBy: 'administrator' });
    expect(guardsOf(alone)).toEqual(['approved-by-second-person']);
    expect(codeOf(act(world, 'void', '2026-10-01', COORDINATOR, VOID))).toBe('accepted');
  });

  it('is taken by a closed journey, then nothing is', () => {
    const world = worldAfter('advance.EVA');
    act(world, 'close', '2026-07-01', COORDINATOR, CLOSE);
    expect(codeOf(act(world, 'void', '2026-10-01', COORDINATOR, VOID))).toBe('accepted');
    expect(codeOf(act(world, 'reopen', '2026-10-02', COORDINATOR, REASON))).toBe('journey-void');
  });

  it.each(['2025-12-01', '2026-02-01', '2026-11-01'])('dated %s it stays, whatever happened later', (on) => {
    const world = worldAfter('advance.EVA');
    act(world, 'close', '2026-07-01', COORDINATOR, CLOSE);
    expect(codeOf(act(world, 'void', on, COORDINATOR, VOID))).toBe('accepted');
    expect(world.state(JOURNEY).status.code).toBe('void');
  });
});

describe('withdraw (rule 12) and re-entry (rule 13)', () => {
  const withdrawOn = (world: World, on: string): Decision => act(world, 'withdraw', on, CANDIDATE, REASON);

  it('releases what has not started, on that day', () => {
    const world = worldAfter('opt-in');
    expect(codeOf(withdrawOn(world, '2026-02-20'))).toBe('accepted');
    const { status, commitment, placements } = world.state(JOURNEY);
    expect(status).toMatchObject({ code: 'closed', on: '2026-02-20' });
    expect(commitment).toMatchObject({ withdrawnOn: '2026-02-20' });
    expect(commitment.signed).toBeUndefined();
    expect(placements['pl-1']?.cancelledOn).toBe('2026-02-20');
  });

  it('leaves a running and an ended placement as they are', () => {
    for (const [label, on] of [
      ['start-internship', '2026-04-01'],
      ['end-placement', '2026-07-01'],
    ] as const) {
      const world = worldAfter(label);
      withdrawOn(world, on);
      expect(world.state(JOURNEY).placements['pl-1']?.cancelledOn).toBeUndefined();
    }
  });

  it.each([
    ['prepare-contract', true],
    ['offer-contract', true],
    ['sign-contract.company', true],
    ['sign-contract.candidate', false],
  ])('after %s the contract ends: %s', (label, ends) => {
    const world = worldAfter(label);
    withdrawOn(world, '2026-07-20');
    expect(world.state(JOURNEY).contracts['ct-1']?.withdrawnOn).toBe(ends ? '2026-07-20' : undefined);
  });

  it('a reopened journey goes on without the withdrawn commitment and place', () => {
    const world = worldAfter('advance.MAT');
    withdrawOn(world, '2026-02-20');
    expect(codeOf(act(world, 'reopen', '2026-03-01', COORDINATOR, REASON))).toBe('accepted');
    expect(guardsOf(act(world, 'opt-in', '2026-03-02', CANDIDATE, { placement: 'pl-1' }))).toContain(
      'placement-not-cancelled',
    );
    expect(world.state(JOURNEY)).toMatchObject({ stage: { code: 'MAT' }, status: { code: 'open' } });
  });

  it('after close a new nomination opens a new journey; while one is open it is refused and named', () => {
    const world = worldAfter('advance.SEL');
    const again = {
      label: 'nominate-again',
      command: 'nominate',
      on: '2026-07-02',
      by: { role: 'university', organisation: 'uni-1' },
      data: DECLARED.nominate?.required ?? {},
    } as const;
    const refused = give(world, again, 'j2');
    expect(guardsOf(refused)).toEqual(['no-open-journey']);
    expect(unmetOf(refused)[0]?.remedy).toContain(JOURNEY);
    act(world, 'close', '2026-07-01', COORDINATOR, CLOSE);
    expect(codeOf(give(world, again, 'j2'))).toBe('accepted');
    const reopened = act(world, 'reopen', '2026-07-03', COORDINATOR, REASON);
    expect(guardsOf(reopened)).toEqual(['no-open-journey']);
    expect(unmetOf(reopened)[0]?.remedy).toContain('j2');
  });
});
