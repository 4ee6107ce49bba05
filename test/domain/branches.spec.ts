import type { JsonObject } from '@lotse/domain';
import { personFigures } from './figures-by-hand';
import {
  CANDIDATE,
  codeOf,
  COMPANY,
  CONTRACT,
  COORDINATOR,
  give,
  guardsOf,
  JOURNEY,
  MENTOR,
  PLACEMENT,
  recordsOnly,
  stepOf,
  UNIVERSITY,
  worldAfter,
} from './ordinary-journey';
import { clocksOf, dueDays, factsOf, fire, must, stateOf, tasks, tell } from './scenarios/scenario';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

const figures = (world: World, asOf = world.today): ReturnType<typeof personFigures> =>
  personFigures(world.facts, { [JOURNEY]: 'p1', j2: 'p1' }, asOf, '9999');
const keptReason = (world: World, kind: string): unknown =>
  factsOf(world).find((fact) => fact.kind === kind)?.data.reason;

/** Another place at the second company, reserved, agreed and opted in to from a day on. */
function secondPlace(world: World, on: string, from: string, to: string): void {
  must(world, on, 'reserve-placement', COORDINATOR, {
    ...PLACEMENT,
    placement: 'pl-2',
    company: 'company-2',
    from,
    to,
  });
  const second = { role: 'company', organisation: 'company-2' } as const;
  must(world, on, 'agree-placement', second, { placement: 'pl-2', mentor: 'm-2' });
  must(world, on, 'opt-in', CANDIDATE, { placement: 'pl-2' });
}
const refuse = (world: World, ground: string): void =>
  must(world, '2026-09-01', 'refuse-title', COORDINATOR, {
    stay: 2,
    ground,
    remediesInstruction: true,
    evidence: 'file:letter',
  });
const endWork = (world: World, how: string, leaverReason: string): void =>
  must(world, '2026-11-10', 'end-employment', COORDINATOR, {
    contract: 'ct-1',
    how,
    by: how === 'quit' ? 'candidate' : 'company',
    reason: 'said so',
    leaverReason,
    lastDay: '2026-11-30',
  });

describe('the failure branches of domain.md §3.4', () => {
  it('1 rejected or on the waiting list: reason kept, the file for six months, no figure', () => {
    const world = journeyUntil('score.2');
    must(world, '2026-01-15', 'decide-selection', COORDINATOR, {
      outcome: 'waiting-list',
      reason: 'place 16',
    });
    expect(dueDays(world, 'file-of-rejected')).toEqual([]);
    must(world, '2026-01-20', 'decide-selection', COORDINATOR, { outcome: 'rejected', reason: 'German A1' });
    must(world, '2026-01-21', 'close', COORDINATOR, {
      outcome: 'not-selected',
      party: 'programme',
      returnable: true,
    });
    expect(factsOf(world).filter(({ kind }) => kind === 'decide-selection')).toHaveLength(2);
    expect(dueDays(world, 'file-of-rejected')).toEqual(['2026-07-20']);
    expect(figures(world).students.size).toBe(0);
  });

  it('2 the candidate withdraws: date, reason, stage; place released; counts up to that day stay', () => {
    const world = journeyUntil('advance.MAT');
    must(world, '2026-02-20', 'withdraw', CANDIDATE, { reason: 'family' });
    expect(stateOf(world)).toMatchObject({
      stage: { code: 'MAT' },
      status: { code: 'closed', on: '2026-02-20' },
      closure: { party: 'candidate' },
      placements: { 'pl-1': { cancelledOn: '2026-02-20' } },
    });
    expect(keptReason(world, 'withdraw')).toBe('family');
    expect(figures(world, '2026-02-19').commitmentsSigned.size).toBe(1);
    expect(figures(world).commitmentsSigned.size).toBe(0);
    expect(figures(world).students.size).toBe(1);
  });

  it('3 unresponsive: three attempts on two channels propose a hold, thirty days of it a close; contact ends both', () => {
    const world = journeyUntil('advance.RET');
    const attempt = (on: string, channel: string, result = 'not-reached'): void =>
      must(world, on, 'record-contact-attempt', COORDINATOR, { channel, result });
    attempt('2026-06-10', 'phone');
    attempt('2026-06-12', 'phone');
    expect(dueDays(world, 'unresponsive')).toEqual([]);
    attempt('2026-06-15', 'mail');
    expect(clocksOf(world, 'unresponsive')).toMatchObject([{ dueOn: '2026-06-15', effect: 'propose-hold' }]);
    expect(codeOf(fire(world, 'unresponsive', '2026-06-15', '2026-06-16'))).toBe('accepted');
    must(world, '2026-06-16', 'hold', COORDINATOR, { reason: 'no answer' });
    expect(clocksOf(world, 'hold-unresponsive')).toMatchObject([
      { dueOn: '2026-07-16', effect: 'propose-close', stopped: false },
    ]);
    attempt('2026-07-01', 'third-party', 'reached');
    expect(dueDays(world, 'hold-unresponsive')).toEqual([]);
    must(world, '2026-07-01', 'resume', COORDINATOR, {});
    expect(stateOf(world).status.code).toBe('open');
  });

  it('4 the self-commitment is refused or withdrawn: text and reason kept, the figure drops that day, a waiver goes on', () => {
    const refused = journeyUntil('issue-commitment');
    must(refused, '2026-01-22', 'refuse-commitment', CANDIDATE, { textVersion: 'sv-1', reason: 'too long' });
    expect(stateOf(refused).commitment.refusedOn).toBe('2026-01-22');
    expect(guardsOf(tell(refused, '2026-01-26', 'advance', COORDINATOR, { to: 'COM' }))).toContain(
      'commitment-signed',
    );
    must(refused, '2026-01-27', 'waive-commitment', COORDINATOR, {
      reason: 'allowed',
      approvedBy: 'second-person',
    });
    must(refused, '2026-01-27', 'advance', COORDINATOR, { to: 'COM' });
    const world = journeyUntil('advance.MAT');
    must(world, '2026-02-20', 'withdraw-commitment', CANDIDATE, { reason: 'no more' });
    expect(figures(world, '2026-02-19').commitmentsSigned.size).toBe(1);
    expect(figures(world).commitmentsSigned.size).toBe(0);
    expect(stateOf(world)).toMatchObject({ status: { code: 'open' }, stage: { code: 'MAT' } });
  });

  it('5 a language exam failed: attempt and modules kept, booked anew', () => {
    const world = journeyUntil('advance.RET');
    must(world, '2026-06-10', 'plan-language', COORDINATOR, { level: 'B1', by: '2026-12-31' });
    must(world, '2026-06-10', 'book-exam', CANDIDATE, { exam: 'b1-1', level: 'B1', on: '2026-06-20' });
    must(world, '2026-06-25', 'record-exam', COORDINATOR, {
      exam: 'b1-1',
      attempt: 1,
      result: 'partly-passed',
      modules: [
        { module: 'reading', passed: true },
        { module: 'writing', passed: false },
      ],
    });
    must(world, '2026-06-26', 'book-exam', CANDIDATE, { exam: 'b1-2', level: 'B1', on: '2026-08-01' });
    expect(stateOf(world).language.exams).toMatchObject({
      'b1-1': { attempt: 1, result: 'partly-passed' },
      'b1-2': { on: { on: '2026-08-01' } },
    });
    expect(dueDays(world, 'exam-result.b1-2')).toEqual(['2026-08-15']);
    expect(dueDays(world, 'exam-result.b1-1')).toEqual([]);
  });

  it('6 the company declines, retracts or fails: matched anew from MAT, no history lost', () => {
    const world = journeyUntil('advance.PRE');
    must(world, '2026-02-12', 'cancel-placement', COMPANY, { placement: 'pl-1', reason: 'no orders' });
    expect(tasks(world).filter(({ kind }) => kind === 'rematch')).toMatchObject([
      { key: 'rematch:pl-1', blocks: 'MAT' },
    ]);
    expect(guardsOf(tell(world, '2026-02-12', 'advance', COORDINATOR, { to: 'MAT' }))).toContain(
      'placement-reserved',
    );
    secondPlace(world, '2026-02-14', '2026-04-01', '2026-06-30');
    must(world, '2026-02-14', 'advance', COORDINATOR, { to: 'MAT' });
    expect(tasks(world).filter(({ kind }) => kind === 'rematch')).toEqual([]);
    expect(Object.keys(stateOf(world).placements)).toEqual(['pl-1', 'pl-2']);
    expect(stateOf(world).commitment.signed?.on).toBe('2026-01-25');
  });

  it('7 the visa: information asked and given, refused, filed anew; nothing is decided by a clock', () => {
    const world = journeyUntil('record-title-step.filed');
    expect(dueDays(world, 'visa-decision.2')).toEqual(['2026-09-14']);
    must(world, '2026-08-26', 'record-title-step', COORDINATOR, { stay: 2, step: 'information-asked' });
    expect(dueDays(world, 'visa-decision.2')).toEqual([]);
    must(world, '2026-08-28', 'record-title-step', COORDINATOR, { stay: 2, step: 'information-given' });
    expect(dueDays(world, 'visa-decision.2')).toEqual(['2026-09-18']);
    refuse(world, 'means');
    expect(stateOf(world).stays['2']?.refusal).toMatchObject({ ground: 'means' });
    expect(dueDays(world, 'court-action.2')).toEqual(['2026-10-01']);
    must(world, '2026-09-10', 'record-title-step', COORDINATOR, { stay: 2, step: 'refiled' });
    expect(dueDays(world, 'court-action.2')).toEqual([]);
    expect(dueDays(world, 'visa-decision.2')).toEqual(['2026-10-01']);
    must(world, '2026-09-20', 'grant-title', COORDINATOR, stepOf('grant-title.2').data);
    expect(dueDays(world, 'visa-decision.2')).toEqual([]);
    expect(dueDays(world, 'court-action.2')).toEqual([]);
  });

  it('8 ZAV or agency refuses: the step is kept, another route is chosen', () => {
    const world = journeyUntil('record-title-step.agency-asked');
    must(world, '2026-08-06', 'record-title-step', COORDINATOR, {
      stay: 2,
      step: 'agency-refused',
      note: 'pay is not comparable',
    });
    expect(dueDays(world, 'agency-consent.2')).toEqual([]);
    must(world, '2026-08-07', 'choose-route', COORDINATOR, { stay: 2, route: '19c-2', fastTrack: false });
    expect(stateOf(world).stays['2']?.route).toMatchObject({ code: '19c-2', on: '2026-08-07' });
  });

  it('9 recognition is partial: enough for § 16d, not for another route', () => {
    const world = journeyUntil('sign-contract.candidate');
    must(world, '2026-07-15', 'decide-recognition', COORDINATOR, {
      procedure: 'rec',
      result: 'partial',
      deficits: ['practice in kiln technology'],
      evidence: 'file:1',
    });
    must(world, '2026-07-16', 'choose-route', COORDINATOR, { stay: 2, route: '18a', fastTrack: false });
    must(world, '2026-07-16', 'state-no-fees', CANDIDATE, { occasion: 'visa', noFeesPaid: true });
    expect(guardsOf(tell(world, '2026-07-17', 'advance', COORDINATOR, { to: 'VIS' }))).toEqual([
      'degree-or-recognition',
    ]);
    must(world, '2026-07-17', 'choose-route', COORDINATOR, { stay: 2, route: '16d', fastTrack: false });
    must(world, '2026-07-17', 'advance', COORDINATOR, { to: 'VIS' });
  });

  it('10 no-show at arrival: evidence kept, the place is free, a second date is possible', () => {
    const world = journeyUntil('record-housing');
    must(world, '2026-03-03', 'end-placement', COMPANY, {
      placement: 'pl-1',
      how: 'no-show',
      lastDay: '2026-03-02',
      reason: 'did not come',
    });
    expect(tasks(world).filter(({ kind }) => kind === 'rematch')).toHaveLength(1);
    secondPlace(world, '2026-03-10', '2026-04-01', '2026-06-30');
    must(world, '2026-03-10', 'advance', COORDINATOR, { to: 'MAT' });
    expect(figures(world).confirmedMonths).toBe(0);
  });

  it('11 interrupted and aborted: the months worked stay counted, the clocks of the internship end', () => {
    const world = journeyUntil('confirm-month.2026-04');
    must(world, '2026-05-05', 'interrupt-placement', MENTOR, { placement: 'pl-1', reason: 'flu, excused' });
    expect(dueDays(world, 'agreed-end')).toEqual([]);
    must(world, '2026-05-10', 'resume-placement', MENTOR, { placement: 'pl-1' });
    expect(dueDays(world, 'agreed-end')).toEqual(['2026-05-29']);
    must(world, '2026-05-14', 'end-placement', COORDINATOR, {
      placement: 'pl-1',
      how: 'early',
      lastDay: '2026-05-14',
      reason: 'a death in the family',
    });
    expect(figures(world).confirmedMonths).toBe(2);
    expect(dueDays(world, 'agreed-end')).toEqual([]);
    expect(keptReason(world, 'end-placement')).toBe('a death in the family');
  });

  it('12 the candidate changes company: the same journey, counted once, both placements stay', () => {
    const world = journeyUntil('confirm-month.2026-04');
    must(world, '2026-05-14', 'end-placement', MENTOR, {
      placement: 'pl-1',
      how: 'early',
      lastDay: '2026-05-14',
    });
    secondPlace(world, '2026-05-15', '2026-05-18', '2026-07-31');
    must(world, '2026-05-15', 'advance', COORDINATOR, { to: 'MAT' });
    must(
      world,
      '2026-05-18',
      'start-internship',
      { role: 'mentor', organisation: 'company-2' },
      { placement: 'pl-2' },
    );
    expect(figures(world).persons.size).toBe(1);
    expect(stateOf(world).placements['pl-1']?.months).toEqual({
      '2026-03': 'confirmed',
      '2026-04': 'confirmed',
    });
  });

  it('13 the studies take longer: a new expected day moves the clock, both days stay on record', () => {
    const world = journeyUntil('advance.RET');
    expect(dueDays(world, 'degree')).toEqual(['2026-08-30']);
    must(world, '2026-07-01', 'leave-for-studies', CANDIDATE, { expectedDegreeOn: '2027-01-31' });
    expect(dueDays(world, 'degree')).toEqual(['2027-03-02']);
    expect(
      factsOf(world)
        .filter(({ kind }) => kind === 'leave-for-studies')
        .map(({ data }) => data.expectedDegreeOn),
    ).toEqual(['2026-07-31', '2027-01-31']);
  });

  it('14 the contract is declined, or retracted after signature: back to CON with another one', () => {
    const declined = journeyUntil('offer-contract');
    must(declined, '2026-07-10', 'decline-contract', CANDIDATE, { contract: 'ct-1', reason: 'pay' });
    expect(figures(declined, '2026-07-09').contractsPrepared.size).toBe(1);
    expect(figures(declined).contractsPrepared.size).toBe(0);
    const world = journeyUntil('advance.VIS');
    must(world, '2026-08-05', 'retract-contract', COMPANY, { contract: 'ct-1', reason: 'insolvent' });
    must(world, '2026-08-05', 'advance', COORDINATOR, { to: 'CON' });
    expect(guardsOf(tell(world, '2026-08-05', 'advance', COORDINATOR, { to: 'VIS' }))).toContain(
      'contract-signed',
    );
    must(world, '2026-08-06', 'prepare-contract', COMPANY, { ...CONTRACT, contract: 'ct-2' });
    must(world, '2026-08-06', 'offer-contract', COMPANY, { contract: 'ct-2' });
    expect(dueDays(world, 'offer-answer')).toEqual(['2026-09-05']);
  });

  it('15 dismissed or quits: notices fall due, the follow-up ends, a new match is asked for, retention can be false', () => {
    const world = journeyUntil('advance.FUP');
    expect(dueDays(world, 'follow-up.p12m')).toEqual(['2027-10-06']);
    endWork(world, 'quit', 'residence-law');
    expect(dueDays(world, 'follow-up.p12m')).toEqual([]);
    expect(factsOf(world).at(-1)?.data.leaverReason).toBe('residence-law');
    expect(dueDays(world, 'early-end-notice.ct-1')).toEqual(['2026-12-08']);
    expect(tasks(world).filter(({ kind }) => kind === 'rematch')).toMatchObject([{ blocks: 'MAT' }]);
    must(world, '2027-10-02', 'record-retention', COORDINATOR, {
      period: 'P12M',
      sameCompany: false,
      sameRegion: false,
      inGermany: false,
      evidence: 'file:1',
    });
    expect(guardsOf(tell(world, '2027-10-03', 'advance', COORDINATOR, { to: 'DONE' }))).toEqual([
      'retention-shown',
    ]);
  });

  it('16 re-entry after close: reopened in its stage, or a new journey; one person either way', () => {
    const world = journeyUntil('advance.RET');
    must(world, '2026-07-01', 'close', COORDINATOR, {
      outcome: 'left',
      party: 'candidate',
      returnable: true,
    });
    expect(clocksOf(world, 'degree')).toEqual([]);
    must(world, '2026-09-01', 'reopen', COORDINATOR, { reason: 'is back' });
    expect(stateOf(world)).toMatchObject({
      stage: { code: 'RET' },
      status: { code: 'open', on: '2026-09-01' },
    });
    expect(stateOf(world).closure).toBeUndefined();
    must(world, '2026-09-02', 'close', COORDINATOR, {
      outcome: 'left',
      party: 'candidate',
      returnable: true,
    });
    world.today = '2026-10-01';
    const again = give(
      world,
      {
        label: 'again',
        command: 'nominate',
        on: '2026-10-01',
        by: UNIVERSITY,
        data: stepOf('nominate').data,
      },
      'j2',
    );
    expect(codeOf(again)).toBe('accepted');
    expect(figures(world).persons.size).toBe(1);
  });

  it('17 recorded by mistake: void takes it out of every figure on every day; a duplicate person is merged', () => {
    const world = worldAfter('advance.CON', recordsOnly('2026-06-11'));
    expect(figures(world, '2026-05-01').students.size).toBe(1);
    const VOID: JsonObject = { reason: 'wrong person', approvedBy: 'second-person' };
    must(world, '2026-06-11', 'void', COORDINATOR, VOID);
    for (const day of ['2026-01-20', '2026-05-01', '2026-06-11'])
      expect(figures(world, day)).toMatchObject({ confirmedMonths: 0 });
    expect(figures(world, '2026-05-01').students.size).toBe(0);
    expect(clocksOf(world, 'contact')).toEqual([]);
    expect(codeOf(tell(world, '2026-06-12', 'reopen', COORDINATOR, { reason: 'x' }))).toBe('journey-void');
    const twice = worldAfter('advance.SEL', recordsOnly('2026-01-16'));
    must(twice, '2026-01-16', 'merge-person', { role: 'administrator' }, { into: 'p2', ...VOID });
    expect(stateOf(twice).person).toBe('p2');
  });
});
