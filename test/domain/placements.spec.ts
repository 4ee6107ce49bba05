import type { Decision, JsonObject } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  COMPANY,
  COORDINATOR,
  give,
  giveStep,
  guardsOf,
  JOURNEY,
  MENTOR,
  PLACEMENT,
  recordsOnly,
  stepOf,
  UNIVERSITY,
  unmetOf,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

const reserve = (world: World, data: JsonObject, on = '2026-02-02'): Decision =>
  act(world, 'reserve-placement', on, COORDINATOR, { ...PLACEMENT, ...data });
const agree = (world: World, placement: string, on = '2026-02-05'): Decision =>
  act(world, 'agree-placement', on, COMPANY, { placement, mentor: 'm-1' });

describe('full-time hours over a person (rule 9)', () => {
  /** One agreed placement of 20 hours from 2 March to 29 May. */
  const half = (): World => {
    const world = worldAfter('advance.COM');
    reserve(world, { hoursPerWeek: 20 });
    agree(world, 'pl-1');
    return world;
  };
  const second = (world: World, data: JsonObject): Decision => {
    reserve(world, { placement: 'pl-2', hoursPerWeek: 20, ...data });
    return agree(world, 'pl-2');
  };

  it.each([
    ['20 and 20 are 40', {}, true],
    ['20 and 20.5 are more', { hoursPerWeek: 20.5 }, false],
    ['another time does not add', { hoursPerWeek: 40, from: '2026-05-30', to: '2026-07-31' }, true],
    ['touching by its first day adds', { hoursPerWeek: 20.5, from: '2026-05-29', to: '2026-07-31' }, false],
    ['touching by its last day adds', { hoursPerWeek: 20.5, from: '2026-02-20', to: '2026-03-02' }, false],
    ['ending the day before does not', { hoursPerWeek: 40, from: '2026-02-20', to: '2026-03-01' }, true],
    ['lying within adds', { hoursPerWeek: 20.5, from: '2026-04-01', to: '2026-04-01' }, false],
    ['lying around adds', { hoursPerWeek: 20.5, from: '2026-01-01', to: '2026-12-31' }, false],
  ])('%s', (_name, data, fits) => {
    const decision = second(half(), data);
    expect(guardsOf(decision)).toEqual(fits ? [] : ['within-full-time']);
    if (!fits) expect(unmetOf(decision)[0]).toMatchObject({ who: ['coordinator'] });
  });

  it('sums the busiest day of three, not all three', () => {
    const world = half();
    second(world, { hoursPerWeek: 20, to: '2026-03-31' });
    reserve(world, { placement: 'pl-3', hoursPerWeek: 20, from: '2026-04-01', to: '2026-05-29' });
    expect(codeOf(agree(world, 'pl-3'))).toBe('accepted');
    reserve(world, { placement: 'pl-4', hoursPerWeek: 0.5, from: '2026-03-31', to: '2026-04-01' });
    expect(guardsOf(agree(world, 'pl-4'))).toEqual(['within-full-time']);
  });

  it('more than full time alone is refused', () => {
    const world = worldAfter('advance.COM');
    reserve(world, { hoursPerWeek: 40.5 });
    expect(guardsOf(agree(world, 'pl-1'))).toEqual(['within-full-time']);
  });

  it('reservations may overlap; cancelled and ended placements do not bind', () => {
    const world = half();
    expect(codeOf(reserve(world, { placement: 'pl-2', hoursPerWeek: 40 }))).toBe('accepted');
    expect(guardsOf(agree(world, 'pl-2'))).toEqual(['within-full-time']);
    act(world, 'cancel-placement', '2026-02-06', COORDINATOR, { placement: 'pl-1', reason: 'moved' });
    expect(codeOf(agree(world, 'pl-2', '2026-02-06'))).toBe('accepted');
    const ended = worldAfter('end-placement');
    reserve(ended, { placement: 'pl-2' }, '2026-05-29');
    expect(codeOf(agree(ended, 'pl-2', '2026-05-30'))).toBe('accepted');
  });

  it("counts the person's other journeys and nobody else's", () => {
    const world = worldAfter('agree-placement');
    const person = (id: string): JsonObject => ({ ...stepOf('nominate').data, person: id });
    world
      .record('programme', { id: 'prog-2', name: 'Other' })
      .record('agreement', { ...world.records.get('agreement/agr-1'), id: 'agr-3', programme: 'prog-2' });
    give(
      world,
      stepOf('nominate', { label: 'n2', data: { ...person('p1'), programme: 'prog-2', agreement: 'agr-3' } }),
      'j2',
    );
    give(world, stepOf('nominate', { label: 'n3', data: person('p2') }), 'j3');
    for (const journey of ['j2', 'j3']) {
      give(
        world,
        stepOf('reserve-placement', {
          label: `r-${journey}`,
          data: { ...PLACEMENT, placement: `pl-${journey}`, hoursPerWeek: 1 },
        }),
        journey,
      );
      const decision = give(
        world,
        stepOf('agree-placement', {
          label: `a-${journey}`,
          data: { placement: `pl-${journey}`, mentor: 'm' },
        }),
        journey,
      );
      expect(guardsOf(decision)).toEqual(journey === 'j2' ? ['within-full-time'] : []);
    }
  });
});

describe('what a § 16e agreement must hold when it is signed', () => {
  const firstSignature = (data: JsonObject): Decision => {
    const world = worldAfter('advance.COM');
    expect(codeOf(reserve(world, data))).toBe('accepted');
    return act(world, 'sign-agreement', '2026-02-10', UNIVERSITY, {
      placement: 'pl-1',
      party: 'university',
      evidence: 'a',
    });
  };

  it.each(['goal', 'supervision', 'hoursPerWeek', 'legalRelation', 'from', 'to', 'hostCoversPublicCosts'])(
    'no reservation without %s',
    (field) => {
      const data = Object.fromEntries(Object.entries(PLACEMENT).filter(([name]) => name !== field));
      const decision = act(worldAfter('advance.COM'), 'reserve-placement', '2026-02-02', COORDINATOR, data);
      expect(guardsOf(decision)).toEqual([`field:data.${field}`]);
    },
  );

  it('the host undertakes to cover public costs', () => {
    const decision = firstSignature({ hostCoversPublicCosts: false });
    expect(guardsOf(decision)).toEqual(['agreement-lawful:host-undertaking']);
    expect(unmetOf(decision)[0]?.remedy).toContain('§ 16e(1) no. 5 AufenthG');
    expect(unmetOf(decision)[0]?.remedy).toContain('reserve-placement');
  });

  it.each([
    ['2026-03-02', '2026-09-01', true],
    ['2026-03-02', '2026-09-02', false],
    ['2026-08-31', '2027-02-28', true],
    ['2026-08-31', '2027-03-01', false],
    ['2023-08-31', '2024-02-29', true],
    ['2026-07-01', '2026-12-31', true],
    ['2026-07-01', '2027-01-01', false],
  ])('from %s to %s is within six months: %s', (from, to, lawful) => {
    const decision = firstSignature({ from, to });
    expect(guardsOf(decision)).toEqual(lawful ? [] : ['agreement-lawful:maximum-stay']);
    if (!lawful) expect(unmetOf(decision)[0]?.remedy).toContain('§ 15 no. 1 BeschV');
  });

  it('another route has neither rule', () => {
    expect(codeOf(firstSignature({ route: '15-6', to: '2026-12-31', hostCoversPublicCosts: false }))).toBe(
      'accepted',
    );
  });

  it('the first day may not lie after the last', () => {
    const world = worldAfter('advance.COM');
    expect(guardsOf(reserve(world, { from: '2026-06-01', to: '2026-05-31' }))).toEqual(['days-in-order']);
    expect(codeOf(reserve(world, { from: '2026-05-31', to: '2026-05-31' }))).toBe('accepted');
  });

  it('names all that is unlawful at once', () => {
    expect(guardsOf(firstSignature({ hostCoversPublicCosts: false, to: '2026-12-31' }))).toEqual([
      'agreement-lawful:host-undertaking',
      'agreement-lawful:maximum-stay',
    ]);
  });

  it('only a company has placements and contracts', () => {
    const world = worldAfter('advance.COM');
    expect(guardsOf(reserve(world, { company: 'uni-2' }))).toEqual(['company-kind']);
    expect(guardsOf(reserve(world, { company: 'nobody' }))).toEqual(['reference:data.company']);
  });

  it('the facts that law decided keep the pack, and say where it was only assumed', () => {
    const world = worldAfter('advance.INT');
    const packOf = (kind: string): unknown =>
      world.facts.get(JOURNEY)?.find((fact) => fact.commandId === kind);
    for (const label of ['sign-agreement.company', 'advance.PRE', 'advance.INT'])
      expect(packOf(label)).toMatchObject({ rulePack: 'de-2026' });
    for (const label of ['sign-agreement.company', 'advance.PRE'])
      expect(packOf(label)).not.toHaveProperty('packAssumed');
    expect(packOf('advance.SEL')).not.toHaveProperty('rulePack');
    const early = recordsOnly().record('agreement', {
      id: 'agr-1',
      programme: 'prog-1',
      organisation: 'uni-1',
      from: '2023-01-01',
      to: '2026-12-31',
    });
    giveStep(early, 'nominate', { on: '2024-12-30' });
    reserve(early, { from: '2025-03-01', to: '2025-04-30' }, '2024-12-31');
    for (const [by, on] of [
      [UNIVERSITY, '2024-12-31'],
      [COMPANY, '2025-01-01'],
    ] as const)
      act(early, 'sign-agreement', on, by, { placement: 'pl-1', party: by.role, evidence: 'a' });
    const signed = early.facts.get(JOURNEY)?.filter(({ kind }) => kind === 'sign-agreement');
    expect(signed?.map(({ rulePack, packAssumed }) => [rulePack, packAssumed])).toEqual([
      ['de-2025', true],
      ['de-2025', undefined],
    ]);
  });
});

describe('months of an internship', () => {
  const confirm = (world: World, month: string, on: string, more: JsonObject = {}): Decision =>
    act(world, 'confirm-month', on, MENTOR, {
      placement: 'pl-1',
      month,
      workedDays: 20,
      plannedDays: 21,
      evidence: 'm',
      ...more,
    });
  const contest = (world: World, on: string, month = '2026-03'): Decision =>
    act(world, 'contest-month', on, CANDIDATE, { placement: 'pl-1', month, reason: 'two days more' });

  it('run from the month of the start', () => {
    const world = worldAfter('start-internship');
    expect(guardsOf(confirm(world, '2026-02', '2026-03-31'))).toEqual(['month-of-stay']);
    expect(codeOf(confirm(world, '2026-03', '2026-03-31'))).toBe('accepted');
  });

  it('to the month of the last day, once it is known', () => {
    const world = worldAfter('end-placement');
    expect(guardsOf(confirm(world, '2026-06', '2026-06-30'))).toEqual(['month-of-stay']);
  });

  it('are confirmed from their first day on', () => {
    const world = worldAfter('start-internship');
    expect(guardsOf(confirm(world, '2026-04', '2026-03-31'))).toEqual(['month-begun']);
    expect(codeOf(confirm(world, '2026-04', '2026-04-01'))).toBe('accepted');
  });

  it('may have more days worked than planned, but none planned only with none worked', () => {
    const world = worldAfter('start-internship');
    expect(guardsOf(confirm(world, '2026-03', '2026-03-31', { workedDays: 0.5, plannedDays: 0 }))).toEqual([
      'planned-days',
    ]);
    expect(codeOf(confirm(world, '2026-03', '2026-03-31', { workedDays: 0, plannedDays: 0 }))).toBe(
      'accepted',
    );
    expect(codeOf(confirm(world, '2026-04', '2026-04-30', { workedDays: 31, plannedDays: 20 }))).toBe(
      'accepted',
    );
  });

  it('are confirmed once, and anew after they were contested', () => {
    const world = worldAfter('confirm-month.2026-03');
    expect(guardsOf(contest(world, '2026-04-01', '2026-04'))).toEqual(['month-confirmed']);
    expect(guardsOf(confirm(world, '2026-03', '2026-04-02'))).toEqual(['month-unconfirmed']);
    expect(codeOf(contest(world, '2026-04-02'))).toBe('accepted');
    expect(world.state(JOURNEY).placements['pl-1']?.months).toEqual({ '2026-03': 'contested' });
    expect(guardsOf(contest(world, '2026-04-03'))).toEqual(['month-confirmed']);
    expect(codeOf(confirm(world, '2026-03', '2026-04-04'))).toBe('accepted');
    expect(world.state(JOURNEY).placements['pl-1']?.months).toEqual({ '2026-03': 'confirmed' });
  });

  it('are all named that stand open when the stage is left', () => {
    const world = worldBefore('confirm-month.2026-03');
    for (const label of ['end-placement', 'evaluate.mentor', 'evaluate.company', 'evaluate.candidate'])
      giveStep(world, label);
    expect(guardsOf(giveStep(world, 'advance.EVA'))).toEqual(
      ['2026-03', '2026-04', '2026-05'].map((month) => `months-closed:pl-1:${month}`),
    );
  });

  it('end with the month of the last day after an early end', () => {
    const world = worldAfter('confirm-month.2026-03');
    act(world, 'end-placement', '2026-04-02', MENTOR, {
      placement: 'pl-1',
      how: 'early',
      lastDay: '2026-03-31',
      reason: 'insolvent',
    });
    for (const party of ['mentor', 'company', 'candidate']) giveStep(world, `evaluate.${party}`);
    expect(codeOf(giveStep(world, 'advance.EVA'))).toBe('accepted');
  });
});

describe('the end of a placement', () => {
  const noShow = (world: World): Decision =>
    act(world, 'end-placement', '2026-03-10', COORDINATOR, {
      placement: 'pl-1',
      how: 'no-show',
      lastDay: '2026-03-10',
    });

  it('as a no-show asks for an agreement and no start, and leaves no month to close', () => {
    const world = worldAfter('agree-placement');
    expect(codeOf(noShow(world))).toBe('accepted');
    expect(
      guardsOf(
        giveStep(worldAfter('start-internship'), 'end-placement', {
          data: { placement: 'pl-1', how: 'no-show', lastDay: '2026-03-10' },
        }),
      ),
    ).toEqual(['start-or-no-show']);
    expect(guardsOf(noShow(worldAfter('reserve-placement')))).toEqual(['start-or-no-show']);
    const started = worldAfter('advance.INT');
    started.journeys.set(JOURNEY, { ...world.state(JOURNEY), stage: started.state(JOURNEY).stage });
    const unmet = guardsOf(
      started.ask({
        id: 'x',
        journey: JOURNEY,
        command: 'advance',
        happenedOn: '2026-06-03',
        by: COORDINATOR,
        data: { to: 'EVA' },
      }),
    );
    expect(unmet).toEqual(['evaluated:mentor', 'evaluated:company', 'evaluated:candidate']);
  });

  it('may not lie before the start', () => {
    const world = worldAfter('start-internship');
    const end = (lastDay: string): Decision =>
      giveStep(world, 'end-placement', { data: { placement: 'pl-1', how: 'early', lastDay } });
    expect(guardsOf(end('2026-03-01'))).toEqual(['last-day-after-start']);
    expect(codeOf(end('2026-03-02'))).toBe('accepted');
  });

  it.each(['agree-placement', 'opt-in', 'sign-agreement.company', 'start-internship'])(
    'takes no %s after it',
    (label) => {
      const world = worldAfter('agree-placement');
      noShow(world);
      expect(guardsOf(giveStep(world, label, { label: 'late', on: '2026-03-11' }))).toContain(
        'placement-not-ended',
      );
    },
  );

  it('a placement is cancelled before its start, and neither after it nor after its end', () => {
    const cancel = (world: World, on: string): Decision =>
      act(world, 'cancel-placement', on, CANDIDATE, { placement: 'pl-1', reason: 'x' });
    expect(codeOf(cancel(worldAfter('opt-in'), '2026-02-20'))).toBe('accepted');
    expect(guardsOf(cancel(worldAfter('start-internship'), '2026-03-02'))).toEqual(['placement-not-started']);
    expect(guardsOf(cancel(worldAfter('end-placement'), '2026-06-01'))).toContain('placement-not-ended');
    const noShowed = worldAfter('agree-placement');
    noShow(noShowed);
    expect(guardsOf(cancel(noShowed, '2026-03-11'))).toEqual(['placement-not-ended']);
  });

  it.each(['agree-placement', 'opt-in', 'sign-agreement.company', 'start-internship', 'arrive'])(
    'a cancelled placement takes no %s',
    (label) => {
      const world = worldBefore(label);
      act(world, 'cancel-placement', stepOf(label).on, COORDINATOR, { placement: 'pl-1', reason: 'x' });
      expect(guardsOf(giveStep(world, label))).toContain('placement-not-cancelled');
    },
  );

  it('an interruption is resumed once', () => {
    const world = worldAfter('start-internship');
    const resume = (on: string): Decision =>
      act(world, 'resume-placement', on, MENTOR, { placement: 'pl-1' });
    expect(guardsOf(resume('2026-03-10'))).toEqual(['placement-interrupted']);
    const interrupt = (on: string): Decision =>
      act(world, 'interrupt-placement', on, MENTOR, { placement: 'pl-1', reason: 'flu' });
    expect(codeOf(interrupt('2026-03-10'))).toBe('accepted');
    expect(guardsOf(interrupt('2026-03-11'))).toEqual(['placement-running']);
    expect(codeOf(resume('2026-03-12'))).toBe('accepted');
    expect(codeOf(interrupt('2026-03-13'))).toBe('accepted');
  });

  it('an arrival is for a placement or for a stay, not for both or neither', () => {
    const arrive = (data: JsonObject): readonly string[] =>
      guardsOf(act(worldBefore('arrive'), 'arrive', '2026-03-01', CANDIDATE, data));
    expect(arrive({})).toEqual(['arrival-meant']);
    expect(arrive({ placement: 'pl-1', stay: 2 })).toEqual(['arrival-meant']);
    expect(arrive({ stay: 2 })).toEqual([]);
  });

  it('of two ended placements the evaluations of the last one are asked for', () => {
    const world = worldAfter('evaluate.candidate');
    reserve(world, { placement: 'pl-2', from: '2026-06-08', to: '2026-06-30' }, '2026-06-02');
    agree(world, 'pl-2', '2026-06-03');
    act(world, 'opt-in', '2026-06-03', CANDIDATE, { placement: 'pl-2' });
    act(world, 'start-internship', '2026-06-08', MENTOR, { placement: 'pl-2' });
    act(world, 'end-placement', '2026-06-30', MENTOR, {
      placement: 'pl-2',
      how: 'planned',
      lastDay: '2026-06-30',
    });
    const decision = act(world, 'advance', '2026-06-30', COORDINATOR, { to: 'EVA' });
    expect(guardsOf(decision)).toEqual([
      'months-closed:pl-2:2026-06',
      'evaluated:mentor',
      'evaluated:company',
      'evaluated:candidate',
    ]);
  });
});

describe('a contract', () => {
  const decline = (world: World, on = '2026-07-20'): Decision =>
    act(world, 'decline-contract', on, CANDIDATE, { contract: 'ct-1', reason: 'x' });
  const retract = (world: World, on = '2026-07-20'): Decision =>
    act(world, 'retract-contract', on, COMPANY, { contract: 'ct-1', reason: 'x' });

  it('is declined until both have signed, and retracted even after', () => {
    expect(codeOf(decline(worldAfter('sign-contract.company')))).toBe('accepted');
    expect(guardsOf(decline(worldAfter('sign-contract.candidate')))).toEqual(['contract-not-concluded']);
    expect(codeOf(retract(worldAfter('sign-contract.candidate')))).toBe('accepted');
  });

  it.each(['offer-contract', 'sign-contract.candidate'])('that is over takes no %s', (label) => {
    for (const end of [decline, retract]) {
      const world = worldBefore(label);
      expect(codeOf(end(world))).toBe('accepted');
      expect(guardsOf(giveStep(world, label, { on: '2026-07-21' }))).toContain('contract-open');
      expect(guardsOf(decline(world, '2026-07-21'))).toContain('contract-open');
    }
  });
});
