import { addDays, type Actor, type JsonObject } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  COMPANY,
  commandOfStep,
  COORDINATOR,
  correct,
  give,
  giveStep,
  guardsOf,
  JOURNEY,
  MENTOR,
  stepOf,
  strike,
  unmetOf,
  wholeWorld,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

interface Row {
  /** What is given, and the row it rests on. */
  readonly what: string;
  readonly restsOn: string;
  readonly guard: string;
  readonly command: string;
  readonly by: Actor;
  readonly data: JsonObject;
  /** The world with the ground laid but the command not yet given. */
  readonly after: string;
}

const fromScript = (label: string, restsOn: string, guard: string): Row => {
  const { command, by, data } = stepOf(label);
  return { what: label, restsOn, guard, command, by, data, after: restsOn };
};

/** The table of rule 2: a command may not happen before the facts it rests on. */
const RESTS_ON: readonly Row[] = [
  fromScript('agree-placement', 'reserve-placement', 'placement-known'),
  fromScript('opt-in', 'agree-placement', 'mentor-named'),
  fromScript('sign-agreement.university', 'reserve-placement', 'placement-known'),
  fromScript('sign-agreement.company', 'reserve-placement', 'placement-known'),
  fromScript('sign-agreement.candidate', 'reserve-placement', 'placement-known'),
  fromScript('start-internship', 'opt-in', 'candidate-opted-in'),
  fromScript('confirm-month.2026-03', 'start-internship', 'placement-started'),
  fromScript('end-placement', 'start-internship', 'start-or-no-show'),
  {
    what: 'end-placement as no-show',
    restsOn: 'agree-placement',
    guard: 'start-or-no-show',
    command: 'end-placement',
    by: COORDINATOR,
    data: { placement: 'pl-1', how: 'no-show', lastDay: '2026-03-10' },
    after: 'agree-placement',
  },
  {
    what: 'contest-month',
    restsOn: 'confirm-month.2026-03',
    guard: 'month-confirmed',
    command: 'contest-month',
    by: CANDIDATE,
    data: { placement: 'pl-1', month: '2026-03', reason: 'two days more' },
    after: 'confirm-month.2026-03',
  },
  fromScript('evaluate.mentor', 'end-placement', 'placement-has-ended'),
  fromScript('evaluate.company', 'end-placement', 'placement-has-ended'),
  fromScript('evaluate.candidate', 'end-placement', 'placement-has-ended'),
  fromScript('recommend', 'end-placement', 'placement-has-ended'),
  fromScript('sign-commitment', 'issue-commitment', 'commitment-issued'),
  fromScript('countersign-commitment', 'sign-commitment', 'commitment-signed'),
  fromScript('offer-contract', 'prepare-contract', 'contract-known'),
  fromScript('sign-contract.company', 'offer-contract', 'contract-offered'),
  fromScript('sign-contract.candidate', 'offer-contract', 'contract-offered'),
  {
    what: 'interrupt-placement',
    restsOn: 'start-internship',
    guard: 'placement-started',
    command: 'interrupt-placement',
    by: MENTOR,
    data: { placement: 'pl-1', reason: 'illness' },
    after: 'start-internship',
  },
  {
    what: 'withdraw-commitment',
    restsOn: 'sign-commitment',
    guard: 'commitment-signed',
    command: 'withdraw-commitment',
    by: CANDIDATE,
    data: { reason: 'family' },
    after: 'sign-commitment',
  },
];

describe('a command may not happen before what it rests on (rule 2)', () => {
  it.each(RESTS_ON)('$what needs $restsOn at all', ({ restsOn, guard, command, by, data }) => {
    const decision = act(worldBefore(restsOn), command, '2026-11-01', by, data);
    expect(codeOf(decision)).toBe('order-not-allowed');
    expect(guardsOf(decision)).toContain(guard);
    expect(unmetOf(decision).every(({ who, remedy }) => who.length > 0 && remedy.length > 10)).toBe(true);
  });

  it.each(RESTS_ON)(
    '$what may not be dated before $restsOn',
    ({ restsOn, guard, command, by, data, after }) => {
      const world = worldAfter(after);
      const before = addDays(stepOf(restsOn).on, -1);
      const decision = act(world, command, before, by, data);
      expect(codeOf(decision)).toBe('order-not-allowed');
      expect(guardsOf(decision)).toContain(guard);
    },
  );

  it.each(RESTS_ON)(
    '$what may happen on the same day, given later',
    ({ restsOn, command, by, data, after }) => {
      expect(codeOf(act(worldAfter(after), command, stepOf(restsOn).on, by, data))).toBe('accepted');
    },
  );

  it('a start rests on both the agreement of the company and the opt-in', () => {
    const world = worldAfter('opt-in');
    strike(world, 'agree-placement');
    expect(guardsOf(giveStep(world, 'start-internship'))).toEqual(['mentor-named']);
  });

  it('a placement that is known later is named with the day it came', () => {
    const decision = giveStep(worldAfter('reserve-placement'), 'agree-placement', { on: '2026-02-01' });
    expect(unmetOf(decision)[0]?.remedy).toContain('happened after 2026-02-01');
  });

  it.each(['placement', 'contract'])('an unknown %s is named, with the command that makes it', (about) => {
    const label = about === 'placement' ? 'opt-in' : 'offer-contract';
    const decision = giveStep(wholeWorld(), label, {
      data: { [about]: 'nobody' },
      by: about === 'placement' ? CANDIDATE : COMPANY,
    });
    expect(guardsOf(decision)).toEqual([`${about}-known`]);
    expect(unmetOf(decision)[0]?.remedy).toContain(
      about === 'placement' ? 'reserve-placement' : 'prepare-contract',
    );
  });

  it('other facts may be younger: what happened before is still taken after', () => {
    const world = wholeWorld();
    expect(codeOf(act(world, 'record-housing', '2026-02-01', COORDINATOR, { place: 'Torgau' }))).toBe(
      'accepted',
    );
    expect(world.state(JOURNEY).stage.code).toBe('ARR');
  });
});

describe('a late recorded fact is judged on what had happened by its day', () => {
  it('what a later fact would forbid does not forbid it', () => {
    const world = worldAfter('end-placement');
    expect(
      codeOf(act(world, 'interrupt-placement', '2026-04-01', MENTOR, { placement: 'pl-1', reason: 'flu' })),
    ).toBe('accepted');
    expect(
      guardsOf(act(world, 'interrupt-placement', '2026-06-01', MENTOR, { placement: 'pl-1', reason: 'flu' })),
    ).toContain('placement-not-ended');
  });

  it('a fact that a correction has moved away does not count on its old day', () => {
    const world = worldAfter('agree-placement');
    correct(world, 'agree-placement', { happenedOn: '2026-02-20' });
    expect(guardsOf(giveStep(world, 'opt-in', { on: '2026-02-10' }))).toEqual(['mentor-named']);
    expect(codeOf(giveStep(world, 'opt-in', { on: '2026-02-20' }))).toBe('accepted');
  });

  it('nor does one that was struck', () => {
    const world = worldAfter('agree-placement');
    strike(world, 'agree-placement');
    expect(guardsOf(giveStep(world, 'opt-in'))).toEqual(['mentor-named']);
  });

  it('an id that is taken later is taken on every day', () => {
    const world = worldAfter('reserve-placement');
    expect(
      guardsOf(act(world, 'reserve-placement', '2026-01-30', COORDINATOR, stepOf('reserve-placement').data)),
    ).toEqual(['id-free']);
    const contracted = worldAfter('prepare-contract');
    expect(
      guardsOf(act(contracted, 'prepare-contract', '2026-06-11', COMPANY, stepOf('prepare-contract').data)),
    ).toEqual(['id-free']);
  });

  it('one assessor who scored twice by dating back is still one', () => {
    const world = worldAfter('score.1');
    expect(guardsOf(giveStep(world, 'score.1', { label: 'again' }))).toEqual(['assessor-once']);
    giveStep(world, 'score.1', { label: 'earlier', on: '2026-01-09' });
    giveStep(world, 'decide-selection');
    expect(guardsOf(giveStep(world, 'advance.SEL'))).toEqual(['two-scorecards']);
  });
});

describe('a step is taken once', () => {
  const ONCE: readonly (readonly [label: string, guard: string])[] = [
    ['score.1', 'assessor-once'],
    ['decide-selection', 'selection-undecided'],
    ['sign-commitment', 'commitment-unsigned'],
    ['reserve-placement', 'id-free'],
    ['agree-placement', 'placement-unagreed'],
    ['opt-in', 'candidate-not-opted-in'],
    ['sign-agreement.company', 'party-not-signed'],
    ['start-internship', 'placement-unstarted'],
    ['confirm-month.2026-03', 'month-unconfirmed'],
    ['end-placement', 'placement-not-ended'],
    ['evaluate.candidate', 'party-not-evaluated'],
    ['prepare-contract', 'id-free'],
    ['offer-contract', 'contract-not-offered'],
    ['sign-contract.company', 'party-not-signed'],
  ];
  it.each(ONCE)('%s: %s', (label, guard) => {
    const decision = giveStep(worldAfter(label), label, { label: 'again' });
    expect(guardsOf(decision)).toContain(guard);
  });

  it('a waiting list may be decided again, a decision may not', () => {
    const world = worldBefore('decide-selection');
    giveStep(world, 'decide-selection', { label: 'd1', data: { outcome: 'waiting-list' } });
    expect(codeOf(giveStep(world, 'decide-selection', { label: 'd2', data: { outcome: 'rejected' } }))).toBe(
      'accepted',
    );
    expect(guardsOf(giveStep(world, 'decide-selection', { label: 'd3' }))).toEqual(['selection-undecided']);
  });

  it('a commitment withdrawn may be signed again', () => {
    const world = worldAfter('countersign-commitment');
    act(world, 'withdraw-commitment', '2026-01-27', CANDIDATE, { reason: 'family' });
    expect(world.state(JOURNEY).commitment.countersignedOn).toBeUndefined();
    expect(codeOf(giveStep(world, 'sign-commitment', { label: 'again', on: '2026-01-28' }))).toBe('accepted');
  });

  it('the party is the one who acts', () => {
    for (const label of ['sign-agreement.company', 'evaluate.company', 'sign-contract.company']) {
      const step = stepOf(label);
      const decision = give(worldBefore(label), { ...step, by: CANDIDATE });
      expect(guardsOf(decision)).toEqual(['party-is-actor']);
    }
  });

  it('fees that were paid refuse the signature', () => {
    const decision = giveStep(worldBefore('sign-commitment'), 'sign-commitment', {
      data: { textVersion: 'sv-1', noFeesPaid: false, evidence: 'sv' },
    });
    expect(guardsOf(decision)).toEqual(['no-fees-paid']);
  });

  it('only a text that the template approves is issued, and the one that was issued is signed', () => {
    const issue = (textVersion: string, on: string): readonly string[] =>
      guardsOf(
        worldBefore('issue-commitment').ask(
          commandOfStep(stepOf('issue-commitment', { on, data: { textVersion, languages: ['de'] } })),
        ),
      );
    expect(issue('sv-2', '2026-01-20')).toEqual(['text-approved']);
    expect(issue('sv-1', '2023-09-30')).toEqual(['text-approved']);
    expect(issue('sv-1', '2023-10-01')).toEqual([]);
    const world: World = worldAfter('issue-commitment');
    expect(
      guardsOf(
        giveStep(world, 'sign-commitment', {
          data: { textVersion: 'sv-2', noFeesPaid: true, evidence: 'sv' },
        }),
      ),
    ).toEqual(['text-as-issued']);
  });

  it('only a consent that the template lists for the day is given', () => {
    const consent = (consentVersion: string, on: string): readonly string[] =>
      guardsOf(
        worldAfter('nominate').ask(
          commandOfStep(stepOf('give-consent', { on, data: { consentVersion, language: 'ky' } })),
        ),
      );
    expect(consent('2023-10', '2023-09-30')).toEqual(['consent-version-listed']);
    expect(consent('2023-10', '2023-10-01')).toEqual([]);
    expect(consent('2022-01', '2026-01-05')).toEqual(['consent-version-listed']);
  });
});
