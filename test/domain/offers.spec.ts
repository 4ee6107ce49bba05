import { CANDIDATE, COMPANY, COORDINATOR, codeOf, guardsOf } from './ordinary-journey';
import { clocksOf, dueDays, must, tasks, tell } from './scenarios/scenario';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

const offer = (world: World, on: string, validUntil: string) =>
  tell(world, on, 'offer-contract', COMPANY, { contract: 'ct-1', validUntil });
const accept = (world: World, on: string) =>
  tell(world, on, 'sign-contract', CANDIDATE, { contract: 'ct-1', party: 'candidate', evidence: 'ct' });

/** A contract that is prepared and offered until the end of July. */
function offered(): World {
  const world = journeyUntil('prepare-contract');
  expect(codeOf(offer(world, '2026-07-05', '2026-07-31'))).toBe('accepted');
  return world;
}

describe('the last day of an offer', () => {
  it('is listed with a reminder a week before, for the candidate, seen by coordinator and company', () => {
    const world = offered();
    expect(dueDays(world, 'offer-validity.ct-1')).toEqual(['2026-07-31']);
    expect(dueDays(world, 'offer-validity.ct-1.p7d')).toEqual(['2026-07-24']);
    expect(clocksOf(world, 'offer-validity.ct-1')).toMatchObject([
      { effect: 'review', who: 'candidate', also: ['coordinator', 'company'] },
    ]);
  });

  it('does not lie before the offer', () => {
    const world = journeyUntil('prepare-contract');
    expect(guardsOf(offer(world, '2026-07-05', '2026-07-04'))).toEqual(['offer-ahead']);
  });

  it('is the last one on which the candidate can sign; then the company offers anew', () => {
    const world = offered();
    expect(guardsOf(accept(world, '2026-08-01'))).toContain('offer-valid');
    expect(codeOf(offer(world, '2026-08-01', '2026-08-31'))).toBe('accepted');
    expect(dueDays(world, 'offer-validity.ct-1')).toEqual(['2026-08-31']);
    expect(codeOf(accept(world, '2026-08-31'))).toBe('accepted');
    expect(dueDays(world, 'offer-validity.ct-1')).toEqual([]);
  });

  it('is not shortened by a second offer while the first one stands', () => {
    const world = offered();
    expect(guardsOf(offer(world, '2026-07-20', '2026-07-21'))).toEqual(['contract-not-offered']);
  });
});

describe('studies that last longer', () => {
  const checks = (world: World) => tasks(world).filter(({ kind }) => kind === 'offer');

  it('ask to check offers that end before the degree', () => {
    const world = journeyUntil('leave-for-studies');
    must(world, '2026-07-01', 'prepare-contract', COMPANY, {
      contract: 'ct-9',
      company: 'company-1',
      position: 'engineer',
      monthlyGrossEur: 4300,
      hoursPerWeek: 39,
      startsOn: '2027-09-01',
      evidence: 'ct',
    });
    must(world, '2026-07-01', 'offer-contract', COMPANY, { contract: 'ct-9', validUntil: '2026-12-31' });
    expect(checks(world)).toEqual([]);
    must(world, '2026-07-10', 'leave-for-studies', CANDIDATE, { expectedDegreeOn: '2027-01-31' });
    expect(checks(world)).toMatchObject([
      { key: 'offer:ct-9:2027-01-31', who: 'coordinator', dueOn: '2026-12-31' },
    ]);
    must(world, '2026-07-11', 'decline-contract', CANDIDATE, { contract: 'ct-9', reason: 'later' });
    expect(checks(world)).toEqual([]);
  });
});

describe('the statement on a degree', () => {
  const filed = (route: string): World => {
    const world = journeyUntil('record-degree');
    const choice = { stay: 2, route, fastTrack: false };
    must(world, '2026-08-01', 'choose-route', COORDINATOR, choice);
    must(world, '2026-08-01', 'record-recognition-step', COORDINATOR, {
      procedure: 'zab',
      kind: 'degree-statement',
      step: 'filed',
    });
    return world;
  };

  it('is due in two weeks for a Blue Card, else in three months', () => {
    expect(dueDays(filed('18g'), 'degree-statement-blue-card.zab')).toEqual(['2026-08-15']);
    expect(dueDays(filed('18g'), 'degree-statement.zab')).toEqual([]);
    expect(dueDays(filed('18b'), 'degree-statement.zab')).toEqual(['2026-11-01']);
    expect(dueDays(filed('18b'), 'degree-statement-blue-card.zab')).toEqual([]);
  });
});

describe('the third statement that no fees were paid', () => {
  it('is due three months after the start of work, until the candidate makes it', () => {
    const world = journeyUntil('advance.FUP');
    const [due] = clocksOf(world, 'no-fee-statement');
    expect(due).toMatchObject({ who: 'candidate', effect: 'task', kind: 'P' });
    must(world, world.today, 'state-no-fees', CANDIDATE, { occasion: 'follow-up', noFeesPaid: true });
    expect(clocksOf(world, 'no-fee-statement')).toEqual([]);
  });
});
