import {
  changesOf,
  fractionText,
  INDICATORS,
  recordUnits,
  UNKNOWN_TRAITS,
  type Indicator,
  type JsonObject,
  type KnownRecord,
  type Subject,
} from '@lotse/domain';

const indicator = (key: string): Indicator => {
  const found = INDICATORS.get(key);
  if (found === undefined) throw new Error(`No indicator ${key}`);
  return found;
};

type Told = readonly [kind: string, happenedOn: string, data?: JsonObject];

/** Facts of one journey of Айгүл Осмонова, in order. */
const told = (...facts: readonly Told[]): Subject => ({
  person: 'p1',
  traits: UNKNOWN_TRAITS,
  facts: facts.map(([kind, happenedOn, data = {}], index) => ({
    journey: 'j1',
    version: index + 1,
    seq: index + 1,
    kind,
    happenedOn,
    recordedAt: `${happenedOn}T12:00:00Z`,
    by: { role: 'coordinator' },
    data,
  })),
});

/** What an indicator counts by the end of each of these days. */
function countedOn(key: string, subject: Subject, ...days: readonly string[]): string[] {
  const changes = changesOf(indicator(key), subject);
  return days.map((day) => {
    const units = new Map(changes.filter(({ on }) => on <= day).map(({ unit, amount }) => [unit, amount]));
    return [...units.values()]
      .map(fractionText)
      .filter((amount) => amount !== '0')
      .join(' ');
  });
}

describe('months of an internship', () => {
  const placement = { placement: 'pl-1' };
  const month = { ...placement, month: '2026-02', plannedDays: 20, workedDays: 10 };
  const reserved: Told = ['reserve-placement', '2026-01-01', { ...placement, hoursPerWeek: 40 }];
  const confirmed: Told = [
    'confirm-month',
    '2026-03-02',
    {
      ...month,
      mentorHours: 2.25,
      absences: [
        { kind: 'illness', days: 1.5 },
        { kind: 'holiday', days: 3 },
        { kind: 'illness', days: 1 },
      ],
    },
  ];

  it('give hours by the week of the placement and the days that were worked', () => {
    const subject = told(reserved, confirmed);
    expect(countedOn('hoursPlanned', subject, '2026-03-01', '2026-03-02')).toEqual(['', '160']);
    expect(countedOn('hoursWorked', subject, '2026-03-02')).toEqual(['80']);
  });

  it('go by the hours that were agreed last', () => {
    const subject = told(
      reserved,
      ['amend-placement', '2026-01-20', { ...placement, hoursPerWeek: 20 }],
      confirmed,
    );
    expect(countedOn('hoursPlanned', subject, '2026-03-02')).toEqual(['80']);
  });

  it('give absences by kind and the hours of mentors', () => {
    const subject = told(reserved, confirmed);
    expect(countedOn('absent.illness', subject, '2026-03-02')).toEqual(['5/2']);
    expect(countedOn('absent.holiday', subject, '2026-03-02')).toEqual(['3']);
    expect(countedOn('absent.unexcused', subject, '2026-03-02')).toEqual(['']);
    expect(countedOn('mentorHours', subject, '2026-03-02')).toEqual(['9/4']);
  });

  it('count nothing while they are contested', () => {
    const subject = told(reserved, confirmed, [
      'contest-month',
      '2026-03-05',
      { ...placement, month: '2026-02' },
    ]);
    for (const key of ['hoursPlanned', 'hoursWorked', 'absent.illness', 'mentorHours'])
      expect([key, ...countedOn(key, subject, '2026-03-05')]).toEqual([key, '']);
  });
});

describe('check-ins', () => {
  const reserved: Told = ['reserve-placement', '2025-12-01', { placement: 'pl-1', to: '2026-06-30' }];
  const started: Told = ['start-internship', '2026-01-05', { placement: 'pl-1' }];
  const ended: Told = ['end-placement', '2026-03-20', { placement: 'pl-1', lastDay: '2026-03-20' }];

  it('are due after a week and each month, until the placement ends', () => {
    const days = ['2026-01-11', '2026-01-12', '2026-02-05', '2026-03-05', '2026-12-31'];
    const counts = (subject: Subject): number[] =>
      countedOn('checkInsDue', subject, ...days).map((units) => (units === '' ? 0 : units.split(' ').length));
    expect(counts(told(reserved, started, ended))).toEqual([0, 1, 2, 3, 3]);
    expect(counts(told(reserved, started))).toEqual([0, 1, 2, 3, 6]);
  });

  it('are done within a week of their day, and count from it', () => {
    const subject = told(
      reserved,
      started,
      ['check-in', '2026-02-02', { period: 'P1M' }],
      ['check-in', '2026-03-10', { period: 'x' }],
      ['check-in', '2026-04-20', { period: 'x' }],
    );
    expect(
      countedOn(
        'checkInsDone',
        subject,
        '2026-02-04',
        '2026-02-05',
        '2026-03-09',
        '2026-03-10',
        '2026-12-31',
      ),
    ).toEqual(['', '1', '1', '1 1', '1 1']);
  });

  it('go on after the internship, five times in a year', () => {
    const subject = told(['advance', '2026-01-31', { to: 'FUP' }]);
    expect(countedOn('checkInsDue', subject, '2026-02-07', '2026-02-28', '2027-01-31')).toEqual([
      '1',
      '1 1',
      '1 1 1 1 1',
    ]);
  });

  it('leave a risk open from its fifteenth day until one finds none', () => {
    const check = (on: string, risk: string): Told => ['check-in', on, { risk }];
    const subject = told(
      check('2026-03-01', 'at-risk'),
      check('2026-03-10', 'critical'),
      check('2026-03-20', 'none'),
    );
    expect(countedOn('openRisks', subject, '2026-03-15', '2026-03-16', '2026-03-19', '2026-03-20')).toEqual([
      '',
      '1',
      '1',
      '',
    ]);
    expect(
      countedOn('openRisks', told(check('2026-03-01', 'at-risk'), check('2026-03-10', 'none')), '2026-12-31'),
    ).toEqual(['']);
  });
});

describe('authorities', () => {
  const filed: Told = ['record-title-step', '2026-01-01', { stay: 1, step: 'filed' }];
  it.each([
    ['2026-01-22', '1'],
    ['2026-01-23', ''],
  ])('that decide a visa on %s are on time: %s', (on, onTime) => {
    const subject = told(filed, ['grant-title', on, { stay: 1 }]);
    expect(countedOn('decisionsOf.mission', subject, '2026-12-31')).toEqual(['1']);
    expect(countedOn('onTime.mission', subject, '2026-12-31')).toEqual([onTime]);
  });

  it('are not measured by a procedure that stood still', () => {
    const step = (on: string, name: string): Told => [
      'record-recognition-step',
      on,
      { procedure: 'a', step: name },
    ];
    const decided: Told = ['decide-recognition', '2026-03-01', { procedure: 'a' }];
    const count = (subject: Subject): string[] => countedOn('decisionsOf.recognition', subject, '2026-12-31');
    expect(count(told(step('2026-01-01', 'complete'), decided))).toEqual(['1']);
    expect(count(told(step('2026-01-01', 'complete'), step('2026-01-10', 'suspended'), decided))).toEqual([
      '',
    ]);
  });
});

describe('wages', () => {
  const contract = { contract: 'ct-1' };
  const agreed: readonly Told[] = [
    ['prepare-contract', '2026-05-01', { ...contract, monthlyGrossEur: 2800 }],
    ['amend-contract', '2026-05-20', { ...contract, monthlyGrossEur: 3000 }],
  ];
  it.each([
    [3000, '1', '1'],
    [2999.99, '1', ''],
    [undefined, '', ''],
  ])('of %s euros: proved %s, as promised %s', (paidGrossEur, proved, asPromised) => {
    const subject = told(...agreed, [
      'start-work',
      '2026-07-01',
      { ...contract, ...(paidGrossEur === undefined ? {} : { paidGrossEur }) },
    ]);
    expect(countedOn('wagesProved', subject, '2026-07-01')).toEqual([proved]);
    expect(countedOn('wagesAsPromised', subject, '2026-07-01')).toEqual([asPromised]);
  });
});

describe('organisations that take part', () => {
  const engagement = (
    id: string,
    organisation: string,
    on: string,
    status: string,
    of: JsonObject,
  ): KnownRecord => ({
    type: 'engagement',
    id,
    version: 1,
    body: { organisation, on, status },
    acceptedAt: '2026-01-01T00:00:00Z',
    organisation: of,
  });
  const known = [
    engagement('e1', 'glaswerk-torgau', '2026-01-01', 'interested', { size: 'small' }),
    engagement('e2', 'glaswerk-torgau', '2026-02-01', 'committed', { size: 'small' }),
    engagement('e3', 'flachglas', '2026-01-01', 'partner', { size: 'large' }),
    engagement('e4', 'stadt-torgau', '2026-01-01', 'partner', { publicBody: true }),
    engagement('e5', 'stadt-torgau', '2026-03-01', 'ended', { publicBody: true }),
    engagement('e6', 'ohne-angabe', '2026-01-01', 'partner', {}),
  ];
  const on = (key: string, asOf: string): string[] => {
    const { rule } = indicator(key);
    if (!('records' in rule)) throw new Error(`${key} counts records`);
    return recordUnits(rule, known, { asOf }).map(({ record }) => record.id);
  };

  it('count by what was last said of them, and by their size or that they are public', () => {
    expect(on('EECO19', '2026-01-31')).toEqual([]);
    expect(on('EECO19', '2026-02-01')).toEqual(['e2']);
    expect(on('EECO18', '2026-02-01')).toEqual(['e4']);
    expect(on('EECO18', '2026-03-01')).toEqual([]);
  });
});
