import { effectiveFacts, type Fact } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  commandOfStep,
  COORDINATOR,
  correct,
  giveStep,
  guardsOf,
  JOURNEY,
  stepOf,
  strike,
  unmetOf,
  wholeWorld,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

const lastFact = (world: World): Fact => {
  const fact = world.facts.get(JOURNEY)?.at(-1);
  if (fact === undefined) throw new Error('there is no fact');
  return fact;
};
const factOf = (world: World, id: string): Fact | undefined =>
  world.facts.get(JOURNEY)?.find(({ commandId }) => commandId === id);

describe('a correction (rule 3)', () => {
  it('takes kind, place in order and unchanged fields of the old fact, and its day unless another is given', () => {
    const world = worldAfter('advance.COM');
    expect(codeOf(correct(world, 'sign-commitment', { data: { evidence: 'sv-new' } }, 'c1'))).toBe(
      'accepted',
    );
    const old = factOf(world, 'sign-commitment');
    expect(lastFact(world)).toMatchObject({
      kind: 'sign-commitment',
      commandId: 'c1',
      version: 11,
      seq: old?.seq,
      happenedOn: '2026-01-25',
      by: COORDINATOR,
      data: { textVersion: 'sv-1', noFeesPaid: true, evidence: 'sv-new' },
      correction: { supersedes: old?.version, struck: false, reason: 'typing error' },
    });
  });

  it('may move the day, and the new day is what counts', () => {
    const world = worldAfter('sign-commitment');
    correct(world, 'sign-commitment', { happenedOn: '2026-01-27' });
    expect(world.state(JOURNEY).commitment.signed?.on).toBe('2026-01-27');
    expect(codeOf(giveStep(world, 'countersign-commitment'))).toBe('order-not-allowed');
    expect(codeOf(giveStep(world, 'countersign-commitment', { on: '2026-01-27' }))).toBe('accepted');
  });

  it('carries when and by whom it was recorded itself', () => {
    const world = worldAfter('sign-commitment');
    world.today = '2026-12-24';
    correct(world.as('second-person'), 'sign-commitment', {
      data: { evidence: 'x' },
      approvedBy: 'third-person',
    });
    expect(lastFact(world)).toMatchObject({
      recordedAt: '2026-12-24T12:00:00.000Z',
      insertedOn: '2026-12-24',
      submittedBy: 'second-person',
      correction: { approvedBy: 'third-person' },
    });
  });

  it('supersedes a fact once; a correction of a correction names the correction', () => {
    const world = worldAfter('record-housing');
    expect(codeOf(correct(world, 'record-housing', { data: { place: 'Torgau' } }, 'c1'))).toBe('accepted');
    const again = correct(world, 'record-housing', { data: { place: 'Leipzig' } });
    expect(codeOf(again)).toBe('not-correctable');
    expect(unmetOf(again)[0]?.remedy).toContain('correct c1');
    expect(codeOf(correct(world, 'c1', { data: { place: 'Leipzig' } }, 'c2'))).toBe('accepted');
    expect(lastFact(world)).toMatchObject({
      data: { place: 'Leipzig' },
      correction: { supersedes: factOf(world, 'c1')?.version },
    });
    expect(
      effectiveFacts(world.facts.get(JOURNEY) ?? []).filter(({ kind }) => kind === 'record-housing'),
    ).toHaveLength(1);
  });

  it('of a once-only step may be corrected again and again: what it superseded does not come back', () => {
    const world = worldAfter('sign-commitment');
    correct(world, 'sign-commitment', { data: { evidence: 'a' } }, 'c1');
    expect(codeOf(correct(world, 'c1', { data: { evidence: 'b' } }, 'c2'))).toBe('accepted');
    expect(codeOf(correct(world, 'c2', { happenedOn: '2026-01-24' }, 'c3'))).toBe('accepted');
    const score = worldAfter('score.2');
    correct(score, 'score.2', { data: { score: 80 } }, 's1');
    expect(codeOf(correct(score, 's1', { data: { score: 81 } }))).toBe('accepted');
  });

  it('may strike a fact, which then takes no correction but a new record', () => {
    const world = worldAfter('record-housing');
    expect(codeOf(correct(world, 'record-housing', { strike: true }, 's1'))).toBe('accepted');
    expect(world.state(JOURNEY).housedOn).toBeUndefined();
    expect(lastFact(world).correction).toMatchObject({ struck: true });
    expect(codeOf(correct(world, 's1', { data: { place: 'Torgau' } }))).toBe('not-correctable');
    expect(codeOf(giveStep(world, 'record-housing', { label: 'anew' }))).toBe('accepted');
    expect(world.state(JOURNEY).housedOn).toBe('2026-02-20');
  });

  it.each([{}, { strike: false }])('must say what changes: %j', (change) => {
    const decision = correct(worldAfter('record-housing'), 'record-housing', change);
    expect(codeOf(decision)).toBe('fields-invalid');
    expect(unmetOf(decision)[0]?.remedy).toContain('either strike or what changes');
  });

  it.each([{ data: { place: 'x' } }, { happenedOn: '2026-02-21' }])(
    'cannot strike and change at once: %j',
    (change) => {
      expect(
        codeOf(correct(worldAfter('record-housing'), 'record-housing', { strike: true, ...change })),
      ).toBe('fields-invalid');
    },
  );

  it.each(['nominate', 'advance.SEL'])('%s is not corrected', (label) => {
    const decision = correct(worldAfter('advance.SEL'), label, { happenedOn: '2026-01-16' });
    expect(codeOf(decision)).toBe('not-correctable');
  });

  it.each([
    ['close', COORDINATOR, { outcome: 'left', party: 'candidate', returnable: true }],
    ['withdraw', CANDIDATE, { reason: 'x' }],
  ])('%s is not corrected either', (command, by, data) => {
    const world = worldAfter('advance.SEL');
    act(world, command, '2026-06-01', by, data);
    expect(codeOf(correct(world, lastFact(world).commandId, { happenedOn: '2026-06-02' }))).toBe(
      'not-correctable',
    );
  });

  it('of a command that left no fact here is refused by its id', () => {
    const decision = correct(worldAfter('advance.SEL'), 'c-unknown', { strike: true });
    expect(codeOf(decision)).toBe('reference-unknown');
    expect(unmetOf(decision)[0]?.remedy).toContain('c-unknown');
  });

  it('is never recorded before the fact it supersedes', () => {
    const world = worldAfter('record-housing');
    world.today = '2026-11-20';
    expect(guardsOf(correct(world, 'record-housing', { strike: true }))).toEqual(['recorded-after']);
  });

  it('needs another approver than the one who submits, where one is named', () => {
    const world = worldAfter('record-housing');
    expect(guardsOf(correct(world, 'record-housing', { strike: true, approvedBy: 'administrator' }))).toEqual(
      ['approved-by-second-person'],
    );
    expect(codeOf(correct(world, 'record-housing', { strike: true, approvedBy: 'second' }))).toBe('accepted');
  });

  it('is taken by a closed journey', () => {
    const world = worldAfter('advance.EVA');
    act(world, 'close', '2026-07-01', COORDINATOR, { outcome: 'left', party: 'candidate', returnable: true });
    expect(codeOf(correct(world, 'record-housing', { data: { place: 'Torgau' } }))).toBe('accepted');
    expect(world.state(JOURNEY).status.code).toBe('closed');
  });
});

describe('what a correction is judged by: its own field and order rules only', () => {
  it('the fields of its kind', () => {
    const world = worldAfter('confirm-month.2026-03');
    expect(guardsOf(correct(world, 'confirm-month.2026-03', { data: { workedDays: 31.5 } }))).toEqual([
      'field:data.workedDays',
    ]);
    expect(guardsOf(correct(world, 'confirm-month.2026-03', { data: { colour: 'red' } }))).toEqual([
      'field:data.colour',
    ]);
    expect(
      guardsOf(correct(world, 'confirm-month.2026-03', { data: { workedDays: 5, plannedDays: 0 } })),
    ).toEqual(['planned-days']);
    expect(guardsOf(correct(world, 'confirm-month.2026-03', { data: { month: '2026-02' } }))).toEqual([
      'month-of-stay',
    ]);
    expect(codeOf(correct(world, 'confirm-month.2026-03', { data: { workedDays: 19.5 } }))).toBe('accepted');
  });

  it('the order of its kind, by day and by place on the day', () => {
    const world = worldAfter('advance.MAT');
    expect(guardsOf(correct(world, 'opt-in', { happenedOn: '2026-02-04' }))).toEqual(['mentor-named']);
    expect(codeOf(correct(world, 'opt-in', { happenedOn: '2026-02-05' }))).toBe('accepted');
    const swapped = worldAfter('opt-in');
    strike(swapped, 'agree-placement');
    giveStep(swapped, 'agree-placement', { label: 'agreed-anew', on: '2026-02-06' });
    expect(guardsOf(correct(swapped, 'opt-in', { happenedOn: '2026-02-06' }))).toEqual(['mentor-named']);
    expect(codeOf(correct(swapped, 'opt-in', { happenedOn: '2026-02-07' }))).toBe('accepted');
  });

  it('that only one confirmation of a month is valid', () => {
    const world = worldAfter('confirm-month.2026-04');
    expect(guardsOf(correct(world, 'confirm-month.2026-04', { data: { month: '2026-03' } }))).toEqual([
      'month-unconfirmed',
    ]);
  });

  it('not by guards of other things: hours and law stand beside it', () => {
    const world = worldAfter('advance.PRE');
    expect(
      codeOf(
        correct(world, 'reserve-placement', { data: { hostCoversPublicCosts: false, hoursPerWeek: 60 } }),
      ),
    ).toBe('accepted');
    expect(codeOf(correct(world, 'agree-placement', { data: { mentor: 'm-2' } }))).toBe('accepted');
    expect(codeOf(correct(world, 'sign-agreement.company', { data: { evidence: 'agr-2' } }))).toBe(
      'accepted',
    );
  });

  it('later facts whose guards no longer hold stay', () => {
    const world = worldAfter('advance.MAT');
    expect(codeOf(strike(world, 'reserve-placement'))).toBe('accepted');
    expect(world.state(JOURNEY).stage.code).toBe('MAT');
    expect(effectiveFacts(world.facts.get(JOURNEY) ?? []).map(({ kind }) => kind)).toContain('opt-in');
  });

  it('the id of a placement or contract stays what it is', () => {
    const world = wholeWorld();
    expect(codeOf(correct(world, 'reserve-placement', { data: { placement: 'pl-9' } }))).toBe(
      'not-correctable',
    );
    expect(codeOf(correct(world, 'prepare-contract', { data: { contract: 'ct-9' } }))).toBe(
      'not-correctable',
    );
    expect(codeOf(correct(world, 'prepare-contract', { data: { monthlyGrossEur: 3500 } }))).toBe('accepted');
  });

  it('a wrong placement of a month may be corrected to one that runs', () => {
    const world = worldAfter('confirm-month.2026-03');
    expect(guardsOf(correct(world, 'confirm-month.2026-03', { data: { placement: 'nobody' } }))).toEqual([
      'placement-known',
    ]);
  });

  it('keeps the law that decided the old fact', () => {
    const world = worldAfter('advance.PRE');
    correct(world, 'sign-agreement.company', { data: { evidence: 'agr-2' } });
    expect(lastFact(world)).toMatchObject({ rulePack: 'de-2026' });
  });

  it('every correctable kind can be struck and every one of them corrected in its day', () => {
    const labels = [
      'give-consent',
      'score.1',
      'decide-selection',
      'issue-commitment',
      'sign-commitment',
      'countersign-commitment',
      'reserve-placement',
      'agree-placement',
      'opt-in',
      'sign-agreement.company',
      'grant-title',
      'record-insurance',
      'record-housing',
      'arrive',
      'start-internship',
      'confirm-month.2026-03',
      'end-placement',
      'evaluate.mentor',
      'recommend',
      'leave-for-studies',
      'prepare-contract',
      'offer-contract',
      'sign-contract.company',
    ];
    for (const label of labels) {
      expect([label, codeOf(correct(wholeWorld(), label, { happenedOn: stepOf(label).on }))]).toEqual([
        label,
        'accepted',
      ]);
      expect([label, codeOf(strike(wholeWorld(), label))]).toEqual([label, 'accepted']);
    }
  });

  it('another unknown command in its place is unknown', () => {
    const world = worldBefore('advance.SEL');
    const asked = { ...commandOfStep(stepOf('give-consent')), id: 'x', command: 'read-tea-leaves' };
    expect(codeOf(world.ask(asked))).toBe('unknown-command');
  });
});
