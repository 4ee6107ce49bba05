import {
  addDays,
  addDuration,
  addMonths,
  daysIncluded,
  isDay,
  lastDayOfMonths,
  monthsBetween,
  type Decision,
} from '@lotse/domain';
import {
  act,
  codeOf,
  commandOfStep,
  COORDINATOR,
  correct,
  giveStep,
  guardsOf,
  JOURNEY,
  recordsOnly,
  stepOf,
  UNIVERSITY,
  unmetOf,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

describe('the calendar', () => {
  it('knows leap days and month ends', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(
      ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '', 7, null].some(
        isDay,
      ),
    ).toBe(false);
  });

  it('adds days over month, year and the change of clocks, which a calendar day does not feel', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysIncluded('2026-03-01', '2026-03-31')).toBe(31);
    expect(daysIncluded('2026-10-01', '2026-10-31')).toBe(31);
    expect(daysIncluded('2024-02-01', '2024-03-01')).toBe(30);
  });

  it('adds months to the last day where the number does not exist', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addDuration('2024-02-29', 'P1Y')).toBe('2025-02-28');
    expect(addDuration('2026-01-31', 'P1M', 2)).toBe('2026-03-31');
    expect(addDuration('2026-01-01', 'P2W', -1)).toBe('2025-12-18');
    expect(() => addDuration('2026-01-01', 'P1M2D')).toThrow('Not a duration of one unit: P1M2D');
  });

  it('lists months, both included, and none the wrong way round', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02']);
    expect(monthsBetween('2026-03', '2026-02')).toEqual([]);
  });

  it('ends a period of months the day before its number (§§ 187, 188 BGB)', () => {
    expect(lastDayOfMonths('2026-03-02', 6)).toBe('2026-09-01');
    expect(lastDayOfMonths('2026-01-01', 6)).toBe('2026-06-30');
    expect(lastDayOfMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(lastDayOfMonths('2023-08-30', 6)).toBe('2024-02-29');
    expect(lastDayOfMonths('2026-08-28', 6)).toBe('2027-02-27');
  });
});

describe('the day of a command (rule 2)', () => {
  const housingOn = (world: World, on: string): Decision =>
    world.ask(commandOfStep(stepOf('record-housing', { on })));

  it('may be today and never later, for import too', () => {
    for (const imported of [true, false]) {
      const world = worldAfter('advance.PRE').as('somebody', imported);
      expect(codeOf(housingOn(world, '2026-11-21'))).toBe('accepted');
      const future = housingOn(world, '2026-11-22');
      expect(codeOf(future)).toBe('day-not-allowed');
      expect(guardsOf(future)).toEqual(['not-in-future']);
      expect(unmetOf(future)[0]?.remedy).toContain('2026-11-21');
    }
  });

  it('may lie 365 days back by API and console, one more only in an import', () => {
    const world = worldAfter('advance.PRE').as('somebody', false);
    expect(codeOf(housingOn(world, '2025-11-21'))).toBe('accepted');
    const old = housingOn(world, '2025-11-20');
    expect(guardsOf(old)).toEqual(['not-too-old']);
    expect(unmetOf(old)[0]).toMatchObject({ who: ['administrator'] });
    expect(unmetOf(old)[0]?.remedy).toContain('2025-11-21');
    expect(codeOf(housingOn(world.as('administrator', true), '2025-11-20'))).toBe('accepted');
  });

  it('counts the 365 days over a leap day', () => {
    const world = worldAfter('advance.PRE').as('somebody', false);
    world.today = '2028-12-31';
    expect(codeOf(housingOn(world, '2028-01-01'))).toBe('accepted');
    expect(codeOf(housingOn(world, '2027-12-31'))).toBe('day-not-allowed');
  });

  it('binds a correction to a day that is not in the future', () => {
    const world = worldAfter('record-housing');
    expect(guardsOf(correct(world, 'record-housing', { happenedOn: '2026-11-22' }))).toEqual([
      'not-in-future',
    ]);
  });
});

describe('the version that was seen (rule 8)', () => {
  const ask = (world: World, expectedVersion: number): Decision =>
    world.ask({ ...commandOfStep(stepOf('record-housing', { label: 'asked' })), expectedVersion });

  it('must be the present one', () => {
    const world = worldAfter('advance.PRE');
    const { version } = world.state(JOURNEY);
    expect(codeOf(ask(world, version))).toBe('accepted');
    for (const other of [version - 1, version + 1, 0]) {
      const decision = ask(world, other);
      expect(codeOf(decision)).toBe('version-conflict');
      expect(unmetOf(decision)[0]?.remedy).toContain(`at version ${version}, not ${other}`);
    }
  });

  it('of a new journey is 0', () => {
    const nominate = commandOfStep(stepOf('nominate'));
    expect(codeOf(recordsOnly().ask({ ...nominate, expectedVersion: 0 }))).toBe('accepted');
    expect(codeOf(recordsOnly().ask({ ...nominate, expectedVersion: 1 }))).toBe('version-conflict');
  });

  it('counts superseded facts and fired clocks too', () => {
    const world = worldAfter('record-housing');
    const { version } = world.state(JOURNEY);
    correct(world, 'record-housing', { data: { place: 'Torgau' } });
    expect(world.state(JOURNEY).version).toBe(version + 1);
  });
});

describe('the nomination', () => {
  const nominated = (change: {
    on?: string;
    bornOn?: string;
    agreement?: object;
    data?: object;
  }): Decision => {
    const world = recordsOnly();
    if (change.bornOn !== undefined) world.record('person', { id: 'p1', bornOn: change.bornOn });
    const agreement = world.records.get('agreement/agr-1');
    world.record('agreement', { ...agreement, ...change.agreement });
    const step = stepOf('nominate');
    return giveStep(world, 'nominate', { on: change.on ?? step.on, data: { ...step.data, ...change.data } });
  };

  it('is taken on the first and last day of the agreement, and refused outside it, naming it and its days', () => {
    expect(codeOf(nominated({ on: '2025-10-01' }))).toBe('accepted');
    expect(codeOf(nominated({ agreement: { to: '2026-01-05' } }))).toBe('accepted');
    for (const [on, agreement] of [
      ['2025-09-30', {}],
      ['2026-01-05', { to: '2026-01-04' }],
    ] as const) {
      const decision = nominated({ on, agreement });
      expect(guardsOf(decision)).toEqual(['agreement-in-force']);
      expect(unmetOf(decision)[0]).toMatchObject({ who: ['university', 'coordinator'] });
      expect(unmetOf(decision)[0]?.remedy).toContain('agr-1');
      expect(unmetOf(decision)[0]?.remedy).toContain(on === '2025-09-30' ? '2025-10-01' : '2026-01-04');
    }
  });

  it('needs the agreement of this university and this programme', () => {
    expect(guardsOf(nominated({ agreement: { organisation: 'uni-2' } }))).toEqual(['agreement-in-force']);
    expect(guardsOf(nominated({ agreement: { programme: 'prog-2' } }))).toEqual(['agreement-in-force']);
  });

  it('needs a university of the kind', () => {
    const world = recordsOnly().record('organisation', { id: 'uni-1', kind: 'school', name: 'S' });
    expect(guardsOf(giveStep(world, 'nominate'))).toEqual(['university-kind']);
  });

  const COMING_OF_AGE: readonly (readonly [bornOn: string, on: string, adult: boolean])[] = [
    ['2008-01-05', '2026-01-05', true],
    ['2008-01-06', '2026-01-05', false],
    ['2008-02-29', '2026-02-28', false],
    ['2008-02-29', '2026-03-01', true],
    ['2008-03-01', '2026-03-01', true],
    ['2004-02-29', '2026-01-05', true],
  ];
  it.each(COMING_OF_AGE)('of somebody born %s on %s: of age %s', (bornOn, on, adult) => {
    const decision = nominated({ bornOn, on });
    expect(guardsOf(decision)).toEqual(adult ? [] : ['adult']);
    if (!adult) expect(unmetOf(decision)[0]).toMatchObject({ who: ['university'] });
  });

  it('says nothing of the birthday in a refusal', () => {
    expect(JSON.stringify(nominated({ bornOn: '2009-12-24' }))).not.toContain('2009-12-24');
  });

  it('names every unmet guard at once', () => {
    const decision = nominated({ bornOn: '2009-01-01', agreement: { to: '2025-12-31' } });
    expect(guardsOf(decision)).toEqual(['agreement-in-force', 'adult']);
  });

  it('stores who did it, who sent it, when, under which template', () => {
    const world = worldAfter('nominate');
    expect(world.facts.get(JOURNEY)).toEqual([
      {
        journey: JOURNEY,
        version: 1,
        seq: 1,
        kind: 'nominate',
        commandId: 'nominate',
        happenedOn: '2026-01-05',
        recordedAt: '2026-11-21T12:00:00.000Z',
        insertedAt: '2026-11-21T12:00:00.000Z',
        insertedOn: '2026-11-21',
        by: UNIVERSITY,
        submittedBy: 'administrator',
        template: 'de-uni-internship-hire@1',
        data: { ...stepOf('nominate').data, stage: 'NOM' },
      },
    ]);
  });

  it('is no way to change a journey that exists', () => {
    expect(
      codeOf(act(worldBefore('give-consent'), 'nominate', '2026-01-06', UNIVERSITY, stepOf('nominate').data)),
    ).toBe('journey-exists');
    expect(
      codeOf(act(worldBefore('nominate'), 'record-housing', '2026-01-06', COORDINATOR, { place: 'x' })),
    ).toBe('journey-unknown');
  });
});
