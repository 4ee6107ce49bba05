import type { Decision, JsonObject } from '@lotse/domain';
import {
  act,
  codeOf,
  COMPANY,
  COORDINATOR,
  giveStep,
  guardsOf,
  PLACEMENT,
  unmetOf,
  UNIVERSITY,
  worldAfter,
  worldBefore,
} from '../ordinary-journey';
import type { World } from '../world';

const reserved = (change: JsonObject): World => {
  const world = worldBefore('reserve-placement');
  expect(codeOf(giveStep(world, 'reserve-placement', { data: { ...PLACEMENT, ...change } }))).toBe(
    'accepted',
  );
  return world;
};
const sign = (world: World, more: JsonObject = {}): Decision =>
  act(world, 'sign-agreement', '2026-02-10', COMPANY, {
    placement: 'pl-1',
    party: 'company',
    evidence: 'agr',
    ...more,
  });

describe('acceptance scenarios 6 to 8: what an internship agreement may be', () => {
  it('6: without working hours there is no § 16e agreement to sign; at six months and a day the first signature is blocked', () => {
    const { hoursPerWeek: _hours, ...without } = PLACEMENT;
    const world = worldBefore('reserve-placement');
    expect(guardsOf(giveStep(world, 'reserve-placement', { data: without }))).toEqual([
      'field:data.hoursPerWeek',
    ]);
    expect(codeOf(sign(reserved({ to: '2026-09-01' })))).toBe('accepted');
    const tooLong = sign(reserved({ to: '2026-09-02' }));
    expect(guardsOf(tooLong)).toEqual(['agreement-lawful:maximum-stay']);
    expect(unmetOf(tooLong)[0]?.remedy).toContain('§ 16e AufenthG');
  });

  it('7: nine of twelve months are used: four more are refused with the three that remain; three pass', () => {
    const second = (to: string): Decision => {
      const world = reserved({ route: '15-6', from: '2025-01-01', to: '2025-09-30' });
      act(world, 'agree-placement', '2026-02-03', COMPANY, { placement: 'pl-1', mentor: 'm' });
      act(world, 'reserve-placement', '2026-02-04', COORDINATOR, {
        ...PLACEMENT,
        placement: 'pl-2',
        route: '15-6',
        from: '2026-03-01',
        to,
      });
      return act(world, 'sign-agreement', '2026-02-10', UNIVERSITY, {
        placement: 'pl-2',
        party: 'university',
        evidence: 'a',
      });
    };
    const refused = second('2026-06-30');
    expect(guardsOf(refused)).toEqual(['agreement-lawful:lifetime-stay']);
    expect(unmetOf(refused)[0]?.remedy).toContain('only 3 remain');
    expect(codeOf(second('2026-05-31'))).toBe('accepted');
  });

  it('8: five months nobody requires, paid below the minimum wage: named with its source, and only a second person may let it pass', () => {
    const world = reserved({ to: '2026-07-31', mandatory: false, monthlyPayEur: 500 });
    const refused = sign(world);
    expect(guardsOf(refused)).toEqual(['agreement-lawful:minimum-wage']);
    expect(unmetOf(refused)[0]?.remedy).toContain('§ 22 MiLoG');
    expect(guardsOf(sign(world, { approvedBy: 'administrator' }))).toEqual(['approved-by-second-person']);
    expect(codeOf(sign(world, { approvedBy: 'second-person' }))).toBe('accepted');
    expect(
      codeOf(
        act(world, 'sign-agreement', '2026-02-11', UNIVERSITY, {
          placement: 'pl-1',
          party: 'university',
          evidence: 'a',
        }),
      ),
    ).toBe('accepted');
    expect(codeOf(sign(reserved({ to: '2026-07-31', mandatory: false, monthlyPayEur: 2500 })))).toBe(
      'accepted',
    );
    expect(codeOf(sign(reserved({ to: '2026-06-01', mandatory: false, monthlyPayEur: 500 })))).toBe(
      'accepted',
    );
  });

  it('8: … the approval serves the way to PRE too, and ends with the terms it was given for', () => {
    const world = worldAfter('advance.MAT');
    act(world, 'amend-placement', '2026-02-08', COORDINATOR, {
      placement: 'pl-1',
      amendment: 'am-1',
      effectiveOn: '2026-02-08',
      reason: 'unpaid',
      monthlyPayEur: 0,
    });
    for (const label of ['sign-agreement.university', 'sign-agreement.company', 'sign-agreement.candidate'])
      expect(codeOf(giveStep(world, label))).toBe('accepted');
    expect(codeOf(giveStep(world, 'advance.PRE'))).toBe('accepted');
    const own = reserved({ to: '2026-07-31', mandatory: false, monthlyPayEur: 500 });
    sign(own, { approvedBy: 'second-person' });
    expect(own.state('j1').placements['pl-1']?.underpaymentApprovedOn).toBe('2026-02-10');
    act(own, 'amend-placement', '2026-02-12', COORDINATOR, {
      placement: 'pl-1',
      amendment: 'am-2',
      effectiveOn: '2026-03-02',
      reason: 'less',
      monthlyPayEur: 100,
    });
    const again = act(own, 'sign-agreement', '2026-02-13', COMPANY, {
      placement: 'pl-1',
      party: 'company',
      evidence: 'a',
    });
    expect(guardsOf(again)).toEqual(['agreement-lawful:minimum-wage']);
  });
});
