import { allClocks, fold, TEMPLATES, type Actor, type JsonObject } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  COMPANY,
  COORDINATOR,
  JOURNEY,
  MENTOR,
  recordsOnly,
  unmetOf,
} from './ordinary-journey';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

describe('a whole journey', () => {
  it('goes from the nomination to the completed follow-up through all fourteen stages, with two stays', () => {
    const world = journeyUntil('advance.DONE');
    const state = world.state(JOURNEY);
    const stages = world.template.stages.map(({ code }) => code);
    expect(stages).toHaveLength(14);
    expect(Object.keys(state.entered).sort()).toEqual([...stages].sort());
    expect(state).toMatchObject({
      stage: { code: 'DONE', on: '2027-10-03' },
      status: { code: 'open' },
      titles: [
        { stay: 1, route: '16e' },
        { stay: 2, route: '18b' },
      ],
      lastArrival: { on: '2026-09-10' },
      employments: [{ contract: 'ct-1', company: 'company-1' }],
      retention: { P6M: { inGermany: true }, P12M: { sameCompany: true } },
    });
    expect(fold(JOURNEY, world.facts.get(JOURNEY) ?? [])).toEqual(state);
  });

  it('keeps the law that decided: signatures, titles and pay under the pack of their day', () => {
    const world = journeyUntil('advance.DONE');
    const packs = (world.facts.get(JOURNEY) ?? [])
      .filter(({ rulePack }) => rulePack !== undefined)
      .map(({ commandId, rulePack }) => `${commandId} ${rulePack}`);
    expect(packs).toEqual([
      'sign-agreement.university de-2026',
      'sign-agreement.company de-2026',
      'sign-agreement.candidate de-2026',
      'advance.PRE de-2026',
      'advance.INT de-2026',
      'sign-contract.company de-2026',
      'sign-contract.candidate de-2026',
      'advance.VIS de-2026',
    ]);
  });

  it('has only the clocks left that law keeps running', () => {
    const world = journeyUntil('advance.DONE');
    const left = allClocks(world.state(JOURNEY), world.template, world.isWorkingDay);
    expect(left.filter(({ kind }) => kind === 'R')).toEqual([]);
    expect(left.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['title-expiry.2', 'host-undertaking-ends']),
    );
  });
});

/** The second template, row by row: a training contract instead of an internship abroad, one stay. */
const TRAINING: readonly (readonly [command: string, on: string, by: Actor, data: JsonObject])[] = [
  ['give-consent', '2026-02-01', CANDIDATE, { consentVersion: '2026-01', language: 'ky' }],
  ['score', '2026-02-10', { role: 'assessor' }, { assessor: 'as-1', score: 80, conflictOfInterest: false }],
  ['decide-selection', '2026-02-15', COORDINATOR, { outcome: 'selected' }],
  ['advance', '2026-02-15', COORDINATOR, { to: 'CHOSEN' }],
  [
    'prepare-contract',
    '2026-03-01',
    COMPANY,
    {
      contract: 'tr-1',
      company: 'company-1',
      position: 'Trainee',
      monthlyGrossEur: 1100,
      hoursPerWeek: 40,
      startsOn: '2026-08-01',
      evidence: 'tr-1',
    },
  ],
  ['offer-contract', '2026-03-02', COMPANY, { contract: 'tr-1' }],
  ['sign-contract', '2026-03-05', COMPANY, { contract: 'tr-1', party: 'company', evidence: 'tr-1' }],
  ['sign-contract', '2026-03-10', CANDIDATE, { contract: 'tr-1', party: 'candidate', evidence: 'tr-1' }],
  ['advance', '2026-03-10', COORDINATOR, { to: 'OFFERED' }],
  [
    'grant-title',
    '2026-06-01',
    COORDINATOR,
    { stay: 2, route: '18a', validFrom: '2026-07-01', validTo: '2029-08-31', evidence: 'visa' },
  ],
  ['record-insurance', '2026-06-10', COORDINATOR, { from: '2026-07-01', evidence: 'ins' }],
  ['record-housing', '2026-06-10', COORDINATOR, { place: 'Oschatz' }],
  ['arrive', '2026-07-10', CANDIDATE, { stay: 2 }],
  ['advance', '2026-07-10', COORDINATOR, { to: 'ENTERED' }],
  ['record-registration', '2026-07-15', CANDIDATE, { evidence: 'reg' }],
  ['start-work', '2026-08-03', COMPANY, { on: '2026-08-03', contract: 'tr-1', evidence: 'day-1' }],
  ['plan-integration', '2026-08-04', MENTOR, { mentor: 'm-1', goals: ['vocational school'] }],
  ['advance', '2026-08-05', COORDINATOR, { to: 'TRAINING' }],
  [
    'record-retention',
    '2027-08-04',
    COMPANY,
    { period: 'P12M', sameCompany: true, sameRegion: true, inGermany: true, evidence: 'ret' },
  ],
  ['advance', '2027-08-04', COORDINATOR, { to: 'COMPLETED' }],
];

describe('the second template, without an internship', () => {
  const begun = (): World => {
    const world = recordsOnly('2026-01-10', 'coordinator-1', false);
    const template = TEMPLATES.get('de-vocational-training@1');
    if (template === undefined) throw new Error('the second template is missing');
    world.template = template;
    const nominated = act(
      world,
      'nominate',
      '2026-01-10',
      { role: 'university', organisation: 'uni-1' },
      {
        person: 'p1',
        programme: 'prog-1',
        university: 'uni-1',
        agreement: 'agr-1',
        subject: 'Glass',
        expectedDegreeOn: '2026-06-30',
      },
    );
    expect(codeOf(nominated)).toBe('accepted');
    return world;
  };

  it('goes from the application to the completed first year; nothing is wired to the first one', () => {
    const world = begun();
    expect(world.state(JOURNEY).stage.code).toBe('APPLIED');
    for (const [command, on, by, data] of TRAINING) {
      world.today = on;
      const decision = act(world, command, on, by, data);
      expect([command, on, unmetOf(decision)]).toEqual([command, on, []]);
    }
    expect(world.state(JOURNEY)).toMatchObject({ stage: { code: 'COMPLETED' }, placements: {} });
    expect(fold(JOURNEY, world.facts.get(JOURNEY) ?? [])).toEqual(world.state(JOURNEY));
  });

  it('has the clocks of its own stages', () => {
    const world = begun();
    const due = (): readonly string[] =>
      allClocks(world.state(JOURNEY), world.template, world.isWorkingDay)
        .filter(({ kind }) => kind === 'R')
        .map(({ code, dueOn }) => `${code} ${dueOn}`);
    expect(due()).toEqual(['application 2026-01-24']);
    for (const [command, on, by, data] of TRAINING) {
      world.today = on;
      act(world, command, on, by, data);
      if (data.to === 'CHOSEN')
        expect(due()).toEqual([
          'offer.p7d 2026-03-10',
          'offer 2026-03-17',
          'no-offer.p60d 2026-06-15',
          'no-offer.p14d 2026-07-31',
          'no-offer 2026-08-14',
        ]);
      if (data.to === 'TRAINING') expect(due()).toEqual(['check-in 2026-09-03', 'probation 2026-12-03']);
    }
  });
});
