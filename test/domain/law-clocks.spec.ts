import {
  allClocks,
  clocks,
  type Clock,
  type JourneyState,
  type JsonObject,
  type Template,
} from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  COMPANY,
  COORDINATOR,
  correct,
  guardsOf,
  JOURNEY,
  MENTOR,
  recordsOnly,
} from './ordinary-journey';
import { fire } from './scenarios/scenario';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

const all = (world: World): readonly Clock[] =>
  allClocks(world.state(JOURNEY), world.template, world.isWorkingDay);
const dueOf = (world: World, code: string): readonly string[] =>
  all(world)
    .filter((clock) => clock.code === code)
    .map(({ dueOn }) => dueOn);
const clockOf = (world: World, code: string): Clock | undefined =>
  all(world).find((clock) => clock.code === code);
const runs = (world: World, code: string): boolean =>
  clocks(world.state(JOURNEY), world.template, world.isWorkingDay).some((clock) => clock.code === code);

/** Gives a command today; it must be taken. */
function does(
  world: World,
  command: string,
  on: string,
  by: Parameters<typeof act>[3],
  data: JsonObject,
): void {
  world.today = on > world.today ? on : world.today;
  const decision = act(world, command, on, by, data);
  expect([command, decision]).toEqual([command, expect.objectContaining({ ok: true })]);
}
const step = (world: World, on: string, name: string): void =>
  does(world, 'record-title-step', on, COORDINATOR, { stay: 2, step: name });

describe('a hold', () => {
  it('pauses the clocks of the programme, which then run on, and never those of law', () => {
    const world = journeyUntil('advance.VIS');
    step(world, '2026-08-03', 'filed');
    const before = dueOf(world, 'visa-decision.2');
    does(world, 'hold', '2026-08-04', COORDINATOR, { reason: 'family', reviewOn: '2026-09-01' });
    expect(dueOf(world, 'visa-decision.2')).toEqual(before);
    expect(runs(world, 'visa-decision.2')).toBe(true);
    expect(clockOf(world, 'hold-review')).toMatchObject({ dueOn: '2026-09-01', stopped: false });
  });

  it('of ten days moves a programme clock by ten days, and shows the first day', () => {
    const world = journeyUntil('advance.COM');
    does(world, 'hold', '2026-01-28', COORDINATOR, { reason: 'exams' });
    expect(clockOf(world, 'commitment')).toMatchObject({ stopped: true });
    expect(runs(world, 'commitment')).toBe(false);
    does(world, 'resume', '2026-02-07', COORDINATOR, {});
    expect(clockOf(world, 'commitment')).toMatchObject({
      dueOn: '2026-03-07',
      originalDueOn: '2026-02-25',
      stopped: false,
    });
    expect(dueOf(world, 'commitment.p14d')).toEqual(['2026-02-21']);
  });

  it('after a reminder does not send it again: what has fired stays', () => {
    const world = journeyUntil('advance.COM');
    expect(codeOf(fire(world, 'commitment.p14d', '2026-02-11', '2026-02-12'))).toBe('accepted');
    does(world, 'hold', '2026-02-13', COORDINATOR, { reason: 'exams' });
    does(world, 'resume', '2026-02-16', COORDINATOR, {});
    expect(dueOf(world, 'commitment.p14d')).toEqual([]);
    expect(dueOf(world, 'commitment.p7d')).toEqual(['2026-02-21']);
    expect(dueOf(world, 'commitment')).toEqual(['2026-02-28']);
  });

  it('and a stop at the same time count each day once', () => {
    const world = journeyUntil('advance.COM');
    does(world, 'stop-clock', '2026-01-27', COORDINATOR, { clock: 'commitment', reason: 'asked' });
    does(world, 'hold', '2026-01-29', COORDINATOR, { reason: 'exams' });
    does(world, 'resume', '2026-02-05', COORDINATOR, {});
    does(world, 'resume-clock', '2026-02-03', COORDINATOR, { clock: 'commitment' });
    expect(dueOf(world, 'commitment')).toEqual(['2026-03-06']);
  });

  it('does not end the series of check-ins', () => {
    const world = journeyUntil('advance.INT');
    does(world, 'hold', '2026-03-10', COORDINATOR, { reason: 'ill' });
    does(world, 'resume', '2026-03-20', COORDINATOR, {});
    expect(dueOf(world, 'check-in')).toEqual(['2026-04-12']);
    expect(codeOf(fire(world, 'check-in', '2026-04-12', '2026-04-13'))).toBe('accepted');
    expect(dueOf(world, 'check-in')).toEqual(['2026-05-12']);
  });
});

describe('stopping, resuming and extending one clock', () => {
  it('keeps both days and asks for a clock that runs', () => {
    const world = journeyUntil('advance.SEL');
    does(world, 'extend-clock', '2026-01-20', COORDINATOR, {
      clock: 'selection',
      until: '2026-02-15',
      reason: 'letter is late',
    });
    expect(clockOf(world, 'selection')).toMatchObject({ dueOn: '2026-02-15', originalDueOn: '2026-01-29' });
    expect(
      guardsOf(act(world, 'stop-clock', '2026-01-20', COORDINATOR, { clock: 'nobody', reason: 'x' })),
    ).toEqual(['clock-runs']);
    expect(guardsOf(act(world, 'resume-clock', '2026-01-20', COORDINATOR, { clock: 'selection' }))).toEqual([
      'clock-stopped',
    ]);
  });

  it('a ladder is sent anew before an extended day', () => {
    const world = journeyUntil('advance.COM');
    fire(world, 'commitment.p14d', '2026-02-11', '2026-02-12');
    does(world, 'extend-clock', '2026-02-12', COORDINATOR, {
      clock: 'commitment',
      until: '2026-03-31',
      reason: 'exams',
    });
    expect(dueOf(world, 'commitment.p14d')).toEqual(['2026-03-17']);
  });

  it('a hold is no stop: nobody resumes one clock out of it', () => {
    const world = journeyUntil('advance.SEL');
    does(world, 'hold', '2026-01-20', COORDINATOR, { reason: 'x' });
    expect(guardsOf(act(world, 'resume-clock', '2026-01-20', COORDINATOR, { clock: 'selection' }))).toEqual([
      'clock-stopped',
    ]);
  });
});

describe('the ladder of a clock', () => {
  it('reaches on its due day and when it was missed those too whom the template names beside', () => {
    const world = journeyUntil('advance.INT');
    const state = world.state(JOURNEY);
    const named: Template = {
      ...world.template,
      stages: world.template.stages.map((stage) => ({
        ...stage,
        clocks: stage.clocks.map((clock) => ({ ...clock, also: ['university'] as const })),
      })),
    };
    const fired: JourneyState = { ...state, fired: ['first-check-in.2026-03-09'] };
    const missed = allClocks(fired, named).find(({ code }) => code === 'first-check-in-missed');
    expect(missed).toMatchObject({ effect: 'escalate', who: 'coordinator', also: ['university'] });
    expect(allClocks(state, named).find(({ code }) => code === 'check-in')).toMatchObject({
      also: ['university'],
    });
  });

  it('stops on completion: the commitment once the next stage is entered', () => {
    const world = journeyUntil('advance.COM');
    expect(all(world).filter(({ code }) => code.startsWith('commitment'))).toHaveLength(4);
    expect(all(journeyUntil('advance.MAT')).filter(({ code }) => code.startsWith('commitment'))).toEqual([]);
  });

  it('of the registration stops with the registration', () => {
    const world = journeyUntil('advance.ARR');
    expect(dueOf(world, 'registration')).toEqual(['2026-09-24']);
    expect(dueOf(world, 'registration.p4d')).toEqual(['2026-09-20']);
    does(world, 'record-registration', '2026-09-15', CANDIDATE, { evidence: 'e' });
    expect(all(world).filter(({ code }) => code.startsWith('registration'))).toEqual([]);
  });
});

describe('the end of a statutory clock', () => {
  it('on a Saturday or on Buß- und Bettag moves to the next working day', () => {
    const world = journeyUntil('advance.VIS');
    world.isWorkingDay = (day) => ![0, 6].includes(new Date(day).getUTCDay()) && day !== '2026-11-18';
    step(world, '2026-11-11', 'agency-asked');
    expect(dueOf(world, 'agency-consent.2')).toEqual(['2026-11-19']);
    const weekend = journeyUntil('advance.VIS');
    step(weekend, '2026-08-08', 'agency-asked');
    expect(dueOf(weekend, 'agency-consent.2')).toEqual(['2026-08-17']);
  });

  it('one month from the 31st is the last day of a shorter month, also in February', () => {
    const refused = (on: string): readonly string[] => {
      const world = recordsOnly('2028-03-31', 'administrator', true);
      journeyUntil('advance.VIS', world);
      does(world, 'refuse-title', on, COORDINATOR, {
        stay: 2,
        ground: 'means',
        remediesInstruction: true,
        evidence: 'letter',
      });
      return dueOf(world, 'court-action.2');
    };
    // 28 February 2027 is a Sunday; 29 February 2028 is a Tuesday.
    expect(refused('2027-01-31')).toEqual(['2027-03-01']);
    expect(refused('2028-01-31')).toEqual(['2028-02-29']);
    expect(refused('2028-02-29')).toEqual(['2028-03-29']);
    expect(refused('2026-08-31')).toEqual(['2026-09-30']);
  });

  it('visa decision is "as a rule": late is shown, nothing is overdue by law', () => {
    const world = journeyUntil('record-title-step.filed');
    expect(clockOf(world, 'visa-decision.2')).toMatchObject({
      dueOn: '2026-09-14',
      asARule: true,
      effect: 'authority-late',
    });
  });
});

describe('court action against a refused visa', () => {
  const refused = (remediesInstruction: boolean): World => {
    const world = journeyUntil('record-title-step.filed');
    does(world, 'refuse-title', '2026-09-01', COORDINATOR, {
      stay: 2,
      ground: 'documents',
      notifiedOn: '2026-08-31',
      remediesInstruction,
      evidence: 'letter',
    });
    return world;
  };

  it('is due a month from the notification with instruction on remedies, else a year', () => {
    expect(dueOf(refused(true), 'court-action.2')).toEqual(['2026-09-30']);
    expect(dueOf(refused(true), 'court-action-year.2')).toEqual([]);
    expect(dueOf(refused(false), 'court-action.2')).toEqual([]);
    expect(dueOf(refused(false), 'court-action-year.2')).toEqual(['2027-08-31']);
  });

  it('ends when the suit or a new filing is recorded; the decision clock does not run on', () => {
    const world = refused(true);
    expect(dueOf(world, 'visa-decision.2')).toEqual([]);
    step(world, '2026-09-10', 'suit-filed');
    expect(all(world).filter(({ code }) => code.startsWith('court-action'))).toEqual([]);
  });

  it('runs on when the journey is closed; the clocks of the programme end', () => {
    const world = refused(true);
    does(world, 'close', '2026-09-02', COORDINATOR, {
      outcome: 'visa',
      party: 'authority',
      returnable: true,
    });
    expect(dueOf(world, 'court-action.2')).toEqual(['2026-09-30']);
    expect(all(world).every(({ kind }) => kind === 'S')).toBe(true);
    expect(codeOf(fire(world, 'court-action.2', '2026-09-30', '2026-10-01'))).toBe('accepted');
  });
});

describe('check-ins', () => {
  const checkIn = (world: World, on: string, period: string): void =>
    does(world, 'check-in', on, MENTOR, { period, wellbeing: 4, risk: 'none', needs: [] });

  it('missed ones escalate once, seven days after', () => {
    const world = journeyUntil('advance.INT');
    expect(codeOf(fire(world, 'first-check-in', '2026-03-09', '2026-03-10'))).toBe('accepted');
    expect(clockOf(world, 'first-check-in-missed')).toMatchObject({
      dueOn: '2026-03-16',
      effect: 'escalate',
      who: 'coordinator',
    });
    expect(codeOf(fire(world, 'first-check-in-missed', '2026-03-16', '2026-03-17'))).toBe('accepted');
    expect(dueOf(world, 'first-check-in-missed')).toEqual([]);
    expect(codeOf(fire(world, 'first-check-in-missed', '2026-03-16', '2026-03-18'))).toBe('clock-not-open');
  });

  it('one that came late within the week does not escalate', () => {
    const world = journeyUntil('advance.INT');
    fire(world, 'first-check-in', '2026-03-09', '2026-03-10');
    checkIn(world, '2026-03-12', 'P7D');
    expect(all(world).filter(({ code }) => code.startsWith('first-check-in'))).toEqual([]);
  });

  it('of the follow-up are not met by those of the internship', () => {
    const world = journeyUntil('advance.INT');
    checkIn(world, '2026-03-09', 'P7D');
    checkIn(world, '2026-04-02', 'P1M');
    expect(dueOf(world, 'first-check-in')).toEqual([]);
    expect(dueOf(world, 'check-in')).toEqual(['2026-05-02']);
    const followUp = journeyUntil('advance.FUP', recordsOnly('2026-01-05', 'coordinator-1', false));
    expect(dueOf(followUp, 'follow-up.p7d')).toEqual(['2026-10-13']);
    checkIn(followUp, '2026-10-13', 'P7D');
    expect(dueOf(followUp, 'follow-up.p7d')).toEqual([]);
    expect(dueOf(followUp, 'follow-up.p1m')).toEqual(['2026-11-06']);
  });

  it('an open risk is reviewed after fourteen days, a later one without risk ends that', () => {
    const world = journeyUntil('advance.FUP');
    does(world, 'check-in', '2026-10-10', MENTOR, { period: 'P7D', wellbeing: 2, risk: 'watch', needs: [] });
    expect(dueOf(world, 'risk-review')).toEqual(['2026-10-24']);
    checkIn(world, '2026-10-20', 'extra');
    expect(dueOf(world, 'risk-review')).toEqual([]);
  });
});

describe('other clocks of law and practice', () => {
  it('probation ends six months after the first working day, reminded two weeks before', () => {
    const world = journeyUntil('advance.EMP');
    expect(dueOf(world, 'probation')).toEqual(['2027-04-01']);
    expect(dueOf(world, 'probation.p14d')).toEqual(['2027-03-18']);
  });

  it('the early end of an employment is reported within 28 days from knowledge; an agreed end is not', () => {
    const end = (how: string): World => {
      const world = journeyUntil('advance.FUP');
      const by = how === 'quit' ? 'candidate' : 'company';
      does(world, 'end-employment', '2026-10-20', COMPANY, {
        contract: 'ct-1',
        how,
        by,
        reason: 'x',
        lastDay: '2026-10-31',
      });
      return world;
    };
    expect(dueOf(end('quit'), 'early-end-notice.ct-1')).toEqual(['2026-11-17']);
    expect(clockOf(end('quit'), 'own-report.ct-1')).toMatchObject({ dueOn: '2026-11-03', unverified: true });
    expect(dueOf(end('expired'), 'early-end-notice.ct-1')).toEqual([]);
    const world = end('dismissed');
    does(world, 'record-notice', '2026-10-25', COMPANY, { kind: 'early-end', evidence: 'e' });
    expect(dueOf(world, 'early-end-notice.ct-1')).toEqual([]);
  });

  it('a suspended recognition stands still and moves on by the days it stood', () => {
    const world = journeyUntil('advance.RET');
    const record = (on: string, name: string): void =>
      does(world, 'record-recognition-step', on, COORDINATOR, {
        procedure: 'r',
        step: name,
        fastTrack: false,
      });
    record('2026-06-10', 'filed');
    expect(dueOf(world, 'recognition-receipt.r')).toEqual(['2026-07-10']);
    record('2026-06-20', 'complete');
    expect(dueOf(world, 'recognition-receipt.r')).toEqual([]);
    expect(dueOf(world, 'recognition-decision.r')).toEqual(['2026-09-20']);
    record('2026-07-01', 'suspended');
    expect(clockOf(world, 'recognition-decision.r')?.stopped).toBe(true);
    record('2026-07-11', 'resumed');
    expect(clockOf(world, 'recognition-decision.r')).toMatchObject({
      dueOn: '2026-09-30',
      originalDueOn: '2026-09-20',
    });
    does(world, 'decide-recognition', '2026-07-20', COORDINATOR, {
      procedure: 'r',
      result: 'full',
      evidence: 'e',
    });
    expect(dueOf(world, 'recognition-decision.r')).toEqual([]);
  });

  it('a complaint, a cost of the candidate and a booked exam have their clocks until they are settled', () => {
    const world = journeyUntil('advance.RET');
    does(world, 'complain', '2026-06-10', CANDIDATE, { complaint: 'c', text: 'x' });
    does(world, 'record-cost', '2026-06-10', COORDINATOR, {
      cost: 'k',
      payer: 'candidate',
      kind: 'visa',
      amountEur: 75,
    });
    does(world, 'book-exam', '2026-06-10', CANDIDATE, { exam: 'b1', level: 'B1', on: '2026-07-01' });
    expect(dueOf(world, 'complaint-receipt.c')).toEqual(['2026-06-13']);
    expect(dueOf(world, 'complaint-answer.c')).toEqual(['2026-06-24']);
    expect(dueOf(world, 'cost-remedy.k')).toEqual(['2026-06-24']);
    expect(dueOf(world, 'exam-result.b1')).toEqual(['2026-07-15']);
    does(world, 'answer-complaint', '2026-06-11', COORDINATOR, { complaint: 'c', step: 'answered' });
    does(world, 'repay-cost', '2026-06-12', COORDINATOR, { cost: 'k', evidence: 'e' });
    does(world, 'record-exam', '2026-07-02', COORDINATOR, { exam: 'b1', attempt: 1, result: 'passed' });
    expect(all(world).filter(({ code }) => /complaint|cost|exam/.test(code))).toEqual([]);
  });

  it('the notice of free advice is due on the first working day when the contract was concluded abroad', () => {
    expect(dueOf(journeyUntil('sign-contract.candidate'), 'advice-notice.ct-1')).toEqual(['2026-10-01']);
    expect(dueOf(journeyUntil('record-notice'), 'advice-notice.ct-1')).toEqual([]);
    const stayed = journeyUntil('leave-for-studies');
    correct(stayed, 'leave-for-studies', { data: { stays: true } });
    expect(stayed.state(JOURNEY).studies?.stays).toBe(true);
  });

  it('what came to us late is overdue once and never a flood of reminders', () => {
    const world = recordsOnly('2027-12-01', 'administrator', true);
    journeyUntil('advance.ARR', world);
    expect(all(world).filter(({ code }) => code.startsWith('registration'))).toMatchObject([
      { code: 'registration', overdue: true },
    ]);
  });
});
