import type { Decision, JsonObject } from '@lotse/domain';
import { personFigures } from '../figures-by-hand';
import {
  CANDIDATE,
  codeOf,
  COMPANY,
  CONTRACT,
  COORDINATOR,
  guardsOf,
  JOURNEY,
  recordsOnly,
  unmetOf,
} from '../ordinary-journey';
import { journeyUntil } from '../whole-journey';
import { referenceWorld, type World } from '../world';
import { factsOf, must, stateOf, tell } from './scenario';

describe('acceptance scenarios 18 and 19: contract and pay', () => {
  it('18: prepared is 14, signed is 0; nobody is employed before a first working day with evidence', () => {
    const world = referenceWorld();
    const personOf = Object.fromEntries([...world.journeys].map(([id, { person }]) => [id, person]));
    expect(personFigures(world.facts, personOf, world.today, '9999').contractsPrepared.size).toBe(14);
    const contracts = [...world.journeys.values()].flatMap((state) => Object.values(state.contracts));
    expect(contracts.filter(({ signatures }) => Object.keys(signatures).length === 2)).toEqual([]);
    expect([...world.journeys.values()].flatMap(({ employments }) => employments)).toEqual([]);
    const signed = journeyUntil('advance.ARR');
    expect(stateOf(signed).employments).toEqual([]);
    expect(
      guardsOf(tell(signed, '2026-10-01', 'start-work', COMPANY, { on: '2026-10-01', contract: 'ct-1' })),
    ).toEqual(['field:data.evidence']);
    must(signed, '2026-10-01', 'start-work', COMPANY, {
      on: '2026-10-01',
      contract: 'ct-1',
      evidence: 'day-1',
    });
    expect(stateOf(signed).employments).toMatchObject([{ started: { on: '2026-10-01' } }]);
  });

  const withdrawn = (world: World): World => {
    must(world, '2026-09-10', 'withdraw', CANDIDATE, { reason: 'family' });
    return world;
  };
  const prepared = (world: World): ReadonlySet<string> =>
    personFigures(world.facts, { [JOURNEY]: 'p1' }, world.today, '9999').contractsPrepared;

  it('both have signed, then it was amended and nobody signed anew: a withdrawal leaves it in force and counted', () => {
    const world = journeyUntil('sign-contract.candidate');
    must(world, '2026-07-20', 'amend-contract', COMPANY, {
      contract: 'ct-1',
      reason: 'visa later',
      startsOn: '2026-12-01',
      evidence: 'ct-1b',
    });
    expect(stateOf(world).contracts['ct-1']).toMatchObject({ signatures: {}, concludedOn: '2026-07-12' });
    const contract = stateOf(withdrawn(world)).contracts['ct-1'];
    expect(contract).toMatchObject({ concludedOn: '2026-07-12', startsOn: '2026-12-01' });
    expect(contract).not.toHaveProperty('withdrawnOn');
    expect(prepared(world)).toEqual(new Set(['p1']));
  });

  it('one has signed: a withdrawal ends it, and it counts no more', () => {
    const world = withdrawn(journeyUntil('sign-contract.company'));
    expect(stateOf(world).contracts['ct-1']).toMatchObject({ withdrawnOn: '2026-09-10' });
    expect(prepared(world)).toEqual(new Set());
  });

  /** A contract of so much a year for a Blue Card in a shortage occupation, signed on a day. */
  function signedFor(
    yearlyEur: number,
    on: string,
    more: JsonObject = {},
  ): { world: World; decision: Decision } {
    const world = recordsOnly('2026-12-01', 'administrator', true);
    journeyUntil('advance.CON', world);
    const give = (command: string, data: JsonObject): Decision => tell(world, on, command, COMPANY, data);
    tell(world, on, 'choose-route', COORDINATOR, {
      stay: 2,
      route: '18g',
      variant: 'shortage',
      fastTrack: true,
      ...more,
    });
    give('prepare-contract', { ...CONTRACT, contract: 'bc', monthlyGrossEur: yearlyEur / 12 });
    give('offer-contract', { contract: 'bc' });
    return { world, decision: give('sign-contract', { contract: 'bc', party: 'company', evidence: 'bc' }) };
  }

  it('19: 45,900 € on the shortage route is blocked in 2026 with the floor and its source; the floor itself passes', () => {
    const { decision } = signedFor(45_900, '2026-06-15');
    expect(guardsOf(decision)).toEqual(['contract-pay-floor']);
    expect(unmetOf(decision)[0]?.remedy).toContain('45934.2 €');
    expect(unmetOf(decision)[0]?.remedy).toContain('§ 18g AufenthG');
    expect(codeOf(signedFor(45_934.2, '2026-06-15').decision)).toBe('accepted');
    expect(codeOf(signedFor(45_934.08, '2026-06-15').decision)).toBe('guards-unmet');
  });

  it('19: … fixed extras count; another variant that has no floor of its own falls under the general one', () => {
    expect(codeOf(signedFor(50_699.88, '2026-06-15', { variant: 'at-45' }).decision)).toBe('guards-unmet');
    expect(codeOf(signedFor(50_700, '2026-06-15', { variant: 'at-45' }).decision)).toBe('accepted');
  });

  it('19: … the same contract decided under the pack of 2025 stays valid in 2026', () => {
    const { world, decision } = signedFor(45_900, '2025-12-20');
    expect(codeOf(decision)).toBe('accepted');
    expect(factsOf(world).at(-1)).toMatchObject({ rulePack: 'de-2025' });
    must(world, '2025-12-30', 'sign-contract', CANDIDATE, {
      contract: 'bc',
      party: 'candidate',
      evidence: 'bc',
    });
    must(
      world,
      '2026-07-01',
      'record-degree',
      { role: 'university', organisation: 'uni-1' },
      { degreeOn: '2026-06-30' },
    );
    must(world, '2026-07-01', 'state-no-fees', CANDIDATE, { occasion: 'visa', noFeesPaid: true });
    expect(codeOf(tell(world, '2026-07-02', 'advance', COORDINATOR, { to: 'VIS' }))).toBe('accepted');
  });
});
