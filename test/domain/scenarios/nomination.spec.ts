import {
  act,
  CANDIDATE,
  codeOf,
  commandOfStep,
  COORDINATOR,
  give,
  giveStep,
  guardsOf,
  ORDINARY,
  recordsOnly,
  stepOf,
  unmetOf,
  worldAfter,
} from '../ordinary-journey';
import { personFigures } from '../figures-by-hand';
import { referenceWorld } from '../world';
import { factsOf, stateOf, tasks, tell } from './scenario';

describe('acceptance scenarios 2 to 5: nomination to commitment', () => {
  it('2: an agreement that ended yesterday refuses the nomination by name and end date; a back-dated one inside passes', () => {
    const world = recordsOnly('2026-04-01', 'coordinator-1', false);
    world.record('agreement', {
      id: 'agr-1',
      programme: 'prog-1',
      organisation: 'uni-1',
      from: '2025-10-01',
      to: '2026-03-31',
    });
    const late = giveStep(world, 'nominate', { on: '2026-04-01' });
    expect(guardsOf(late)).toEqual(['agreement-in-force']);
    expect(unmetOf(late)[0]?.remedy).toContain('agr-1');
    expect(unmetOf(late)[0]?.remedy).toContain('2026-03-31');
    expect(codeOf(giveStep(world, 'nominate', { on: '2026-03-31' }))).toBe('accepted');
  });

  it('3: without the signature the advance to Matched names the missing guard and who can be reminded', () => {
    const world = worldAfter('advance.SEL', recordsOnly('2026-02-01'));
    giveStep(world, 'issue-commitment');
    expect(codeOf(act(world, 'advance', '2026-02-01', COORDINATOR, { to: 'MAT' }))).toBe('guards-unmet');
    const refused = act(world, 'advance', '2026-02-01', COORDINATOR, { to: 'COM' });
    expect(guardsOf(refused)).toContain('commitment-signed');
    const task = tasks(world).find(({ key }) => key.includes('commitment-signed'));
    expect(task).toMatchObject({ who: 'candidate', blocks: 'COM', dueOn: '2026-01-29', overdue: true });
  });

  it("4: of fifteen selected rows one is another partner's and two are unmet: twelve move, three are listed, one undo brings twelve back", () => {
    const world = recordsOnly('2026-02-01');
    const people = Array.from({ length: 15 }, (_none, index) => `n${index + 1}`);
    for (const person of people) {
      world.record('person', { id: person, bornOn: '2000-01-01' });
      for (const step of ORDINARY.slice(0, 9)) {
        if (person === 'n2' && step.command === 'sign-commitment') continue;
        if (person === 'n3' && step.command === 'countersign-commitment') continue;
        const data = step.command === 'nominate' ? { ...step.data, person } : step.data;
        give(world, { ...step, label: `${person}.${step.label}`, data }, person);
      }
    }
    const rows = people.map((person) => ({
      person,
      decision: world.submit({
        ...commandOfStep(stepOf('advance.COM'), person),
        id: `bulk.${person}`,
        ...(person === 'n1' ? { by: { role: 'university', organisation: 'uni-2' } as const } : {}),
      }),
    }));
    const moved = rows.filter(({ decision }) => decision.ok).map(({ person }) => person);
    expect(moved).toHaveLength(12);
    const reasons = rows.filter(({ decision }) => !decision.ok);
    expect(reasons.map(({ person, decision }) => [person, codeOf(decision)])).toEqual([
      ['n1', 'actor-not-allowed'],
      ['n2', 'guards-unmet'],
      ['n3', 'guards-unmet'],
    ]);
    expect(reasons.every(({ decision }) => (unmetOf(decision)[0]?.remedy.length ?? 0) > 0)).toBe(true);
    for (const person of moved)
      world.submit({
        ...commandOfStep({ ...stepOf('advance.COM'), command: 'reverse' }, person),
        id: `undo.${person}`,
        data: { to: 'SEL', reason: 'wrong batch' },
      });
    for (const person of people) expect(world.state(person).stage.code).toBe('SEL');
  });

  it('5: a candidate withdraws with one click: no fee, no penalty, the place is free, 13 from that day and still 14 the day before', () => {
    const world = referenceWorld();
    const personOf = Object.fromEntries([...world.journeys].map(([id, { person }]) => [id, person]));
    const signed = (asOf: string): number =>
      personFigures(world.facts, personOf, asOf, '9999').commitmentsSigned.size;
    const journey = [...world.journeys.values()].find(
      ({ commitment, status }) => commitment.signed !== undefined && status.code === 'open',
    );
    expect(signed(world.today)).toBe(14);
    const decision = world.submit({
      id: 'click',
      journey: journey?.id ?? '',
      command: 'withdraw',
      happenedOn: world.today,
      by: CANDIDATE,
      data: { reason: 'family' },
    });
    expect(codeOf(decision)).toBe('accepted');
    expect(signed(world.today)).toBe(13);
    expect(signed('2026-11-20')).toBe(14);
    expect(world.state(journey?.id ?? '').fairness.costs).toEqual({});
  });

  it('5: … and a place not begun is released on that day', () => {
    const world = worldAfter('advance.MAT', recordsOnly('2026-02-08'));
    expect(codeOf(tell(world, '2026-02-08', 'withdraw', CANDIDATE, { reason: 'family' }))).toBe('accepted');
    expect(stateOf(world).placements['pl-1']?.cancelledOn).toBe('2026-02-08');
    expect(stateOf(world).closure).toMatchObject({ party: 'candidate', returnable: true });
    expect(factsOf(world).at(-1)).toMatchObject({ kind: 'withdraw', data: { reason: 'family' } });
  });
});
