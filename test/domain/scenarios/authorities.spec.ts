import { CANDIDATE, codeOf, COORDINATOR, COMPANY, guardsOf, recordsOnly } from '../ordinary-journey';
import { journeyUntil } from '../whole-journey';
import type { World } from '../world';
import { clocksOf, dueDays, factsOf, fire, must, stateOf, tell } from './scenario';

/** The second stay in the fast-track procedure, from the chosen route on, in the year that a scenario speaks of. */
const inVisa = (): World => journeyUntil('advance.VIS', recordsOnly('2026-01-05', 'coordinator-1', false));
const step = (world: World, on: string, name: string): void =>
  must(world, on, 'record-title-step', COORDINATOR, { stay: 2, step: name });

describe('acceptance scenarios 9 to 11 and 20: authorities', () => {
  it('9: the appointment is not given within 21 days: coordinator and company see it, nothing closes', () => {
    const world = inVisa();
    step(world, '2027-03-03', 'pre-approval-shown');
    expect(clocksOf(world, 'visa-appointment.2')).toMatchObject([
      { dueOn: '2027-03-24', effect: 'authority-late', who: 'coordinator', also: ['company'] },
    ]);
    expect(codeOf(fire(world, 'visa-appointment.2', '2027-03-24', '2027-03-24'))).toBe('clock-not-open');
    expect(codeOf(fire(world, 'visa-appointment.2', '2027-03-24', '2027-03-25'))).toBe('accepted');
    expect(stateOf(world)).toMatchObject({ stage: { code: 'VIS' }, status: { code: 'open' } });
  });

  it('10: the seven days of the agency end without a query: consent is proposed and a person confirms it', () => {
    const world = inVisa();
    step(world, '2026-08-03', 'agency-asked');
    expect(clocksOf(world, 'agency-consent.2')).toMatchObject([
      { dueOn: '2026-08-10', effect: 'propose-consent', who: 'coordinator' },
    ]);
    const confirm = (on: string): string =>
      codeOf(tell(world, on, 'confirm-deemed-consent', COORDINATOR, { stay: 2, reason: 'no query came' }));
    expect(confirm('2026-08-10')).toBe('order-not-allowed');
    expect(codeOf(fire(world, 'agency-consent.2', '2026-08-10', '2026-08-11'))).toBe('accepted');
    expect(stateOf(world).stays['2']?.consentDeemedOn).toBeUndefined();
    expect(confirm('2026-08-11')).toBe('accepted');
    expect(stateOf(world).stays['2']?.consentDeemedOn).toBe('2026-08-11');
  });

  it('10: a query inside the week stops the clock, and nothing is deemed; asked anew it runs anew', () => {
    const world = inVisa();
    step(world, '2026-08-03', 'agency-asked');
    step(world, '2026-08-06', 'agency-query');
    expect(dueDays(world, 'agency-consent.2')).toEqual([]);
    expect(
      guardsOf(tell(world, '2026-09-01', 'confirm-deemed-consent', COORDINATOR, { stay: 2, reason: 'x' })),
    ).toEqual(['agency-clock-ended']);
    step(world, '2026-09-02', 'agency-asked');
    expect(dueDays(world, 'agency-consent.2')).toEqual(['2026-09-09']);
    expect(
      codeOf(tell(world, '2026-09-10', 'confirm-deemed-consent', COORDINATOR, { stay: 2, reason: 'x' })),
    ).toBe('accepted');
  });

  it('11: a refused visa starts the month for court action; filing again keeps every document, and the dates shift', () => {
    const world = inVisa();
    step(world, '2026-08-24', 'filed');
    must(world, '2026-09-03', 'refuse-title', COORDINATOR, {
      stay: 2,
      ground: 'documents',
      notifiedOn: '2026-09-01',
      remediesInstruction: true,
      evidence: 'file:letter',
    });
    expect(dueDays(world, 'court-action.2')).toEqual(['2026-10-01']);
    const before = factsOf(world).length;
    step(world, '2026-09-10', 'refiled');
    expect(dueDays(world, 'court-action.2')).toEqual([]);
    expect(factsOf(world)).toHaveLength(before + 1);
    expect(factsOf(world).map(({ data }) => data.evidence)).toContain('file:letter');
    must(world, '2026-09-10', 'amend-contract', COMPANY, {
      contract: 'ct-1',
      reason: 'visa later',
      startsOn: '2026-12-01',
      evidence: 'ct-1b',
    });
    expect(stateOf(world).contracts['ct-1']).toMatchObject({ startsOn: '2026-12-01', signatures: {} });
  });

  it('20: a visa that ends on 30 June warns three parties more and more; from 1 July nobody can be employed on it', () => {
    const world = journeyUntil('advance.ARR');
    must(world, '2026-09-13', 'correct', COORDINATOR, {
      supersedes: 'grant-title.2',
      reason: 'read again',
      data: { validTo: '2027-06-30' },
    });
    const warnings = ['p120d', 'p90d', 'p60d', 'p30d'].map(
      (rung) => clocksOf(world, `title-expiry.2.${rung}`)[0],
    );
    expect(warnings.map((clock) => clock?.dueOn)).toEqual([
      '2027-03-02',
      '2027-04-01',
      '2027-05-01',
      '2027-05-31',
    ]);
    for (const clock of warnings)
      expect([clock?.who, ...(clock?.also ?? [])]).toEqual(['candidate', 'coordinator', 'company']);
    expect(clocksOf(world, 'title-expiry.2')).toMatchObject([{ dueOn: '2027-06-30', effect: 'escalate' }]);
    const start = (on: string): readonly string[] =>
      guardsOf(tell(world, on, 'start-work', COMPANY, { on, contract: 'ct-1', evidence: 'day-1' }));
    expect(start('2027-07-01')).toEqual(['title-covers-first-day']);
    expect(guardsOf(tell(world, '2027-07-01', 'advance', COORDINATOR, { to: 'EMP' }))).toContain(
      'title-covers-job',
    );
  });

  it('20: … filed in time the old title goes on; filed after its end it does not', () => {
    const world = journeyUntil('advance.ARR');
    must(world, '2026-09-13', 'correct', COORDINATOR, {
      supersedes: 'grant-title.2',
      reason: 'read again',
      data: { validTo: '2027-06-30' },
    });
    expect(guardsOf(tell(world, '2027-07-01', 'file-title', CANDIDATE, { stay: 2, evidence: 'e' }))).toEqual([
      'filed-in-time',
    ]);
    must(world, '2027-07-01', 'file-title', CANDIDATE, { stay: 2, on: '2027-06-20', evidence: 'e' });
    expect(dueDays(world, 'title-expiry.2')).toEqual([]);
    expect(
      codeOf(
        tell(world, '2027-07-02', 'start-work', COMPANY, {
          on: '2027-07-02',
          contract: 'ct-1',
          evidence: 'day-1',
        }),
      ),
    ).toBe('accepted');
  });
});
