import type { Field, Json, JsonObject } from '@lotse/domain';

interface Bounds {
  readonly command: string;
  readonly field: string;
  readonly right: readonly Json[];
  readonly wrong: readonly Json[];
}

const HALF_DAYS = { right: [0, 0.5, 20, 30.5, 31], wrong: [-0.5, 31.5, 32, 0.25, '20', true] };
const MONTHS = {
  right: ['2026-01', '2026-12'],
  wrong: ['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01'],
};
const DAYS = {
  right: ['2024-02-29', '2026-12-31'],
  wrong: ['2026-02-29', '2026-04-31', '2026-1-1', '01.01.2026', '2026-01-01T00:00:00Z', 20260101],
};
const IDS = {
  right: ['a', 'A.b_c-9', 'x'.repeat(64)],
  wrong: ['x'.repeat(65), 'a b', 'a/b', 'ü', 'a:b', 7],
};
const LANGUAGES = { right: ['ky', 'deu'], wrong: ['KY', 'k', 'kyrg', 'de-DE', 1] };
const choice = (...right: readonly string[]): { right: readonly Json[]; wrong: readonly Json[] } => ({
  right,
  wrong: [`${right[0]} `, right[0]?.toUpperCase() ?? '', 'other', 1, true],
});
const TEXTS = {
  right: ['x', 'x'.repeat(4000), 'Грозный\nтекст', '😀'.repeat(4000)],
  wrong: ['x'.repeat(4001), ' \n\t', 'a\u0000b', 'a\ud800', '\udc00a', 5],
};

/** Bounds that domain.md states, and those every field of the same kind shares. */
export const COMMAND_BOUNDARIES: readonly Bounds[] = [
  { command: 'score', field: 'score', right: [0, 50, 100], wrong: [-1, 101, 50.5, '50'] },
  { command: 'score', field: 'conflictOfInterest', right: [true, false], wrong: ['true', 0, 1] },
  { command: 'decide-selection', field: 'outcome', ...choice('selected', 'waiting-list', 'rejected') },
  { command: 'confirm-month', field: 'workedDays', ...HALF_DAYS },
  { command: 'confirm-month', field: 'plannedDays', ...HALF_DAYS },
  { command: 'contest-month', field: 'workedDays', ...HALF_DAYS },
  { command: 'contest-month', field: 'plannedDays', ...HALF_DAYS },
  { command: 'confirm-month', field: 'month', ...MONTHS },
  { command: 'contest-month', field: 'month', ...MONTHS },
  { command: 'evaluate', field: 'rating', right: [1, 3, 5], wrong: [0, 6, 2.5, '3'] },
  { command: 'evaluate', field: 'party', ...choice('mentor', 'company', 'candidate') },
  { command: 'sign-agreement', field: 'party', ...choice('university', 'company', 'candidate') },
  { command: 'sign-contract', field: 'party', ...choice('company', 'candidate') },
  { command: 'end-placement', field: 'how', ...choice('planned', 'early', 'no-show') },
  { command: 'end-placement', field: 'lastDay', ...DAYS },
  { command: 'nominate', field: 'expectedDegreeOn', ...DAYS },
  { command: 'nominate', field: 'person', ...IDS },
  { command: 'reserve-placement', field: 'placement', ...IDS },
  { command: 'reserve-placement', field: 'from', ...DAYS },
  { command: 'reserve-placement', field: 'goal', ...TEXTS },
  {
    command: 'reserve-placement',
    field: 'hoursPerWeek',
    right: [0.5, 19.5, 40, 60],
    wrong: [0, 60.5, 39.75, '40'],
  },
  {
    command: 'reserve-placement',
    field: 'route',
    ...choice('16e', '15-6', '16b', '18a', '18b', '18g', '19c-2', '16d', '20a'),
  },
  { command: 'reserve-placement', field: 'hostCoversPublicCosts', right: [true, false], wrong: ['yes', 1] },
  { command: 'grant-title', field: 'stay', right: [1, 2, 9], wrong: [0, 10, 1.5, '1'] },
  { command: 'arrive', field: 'stay', right: [2, 9], wrong: [1, 10, 2.5] },
  {
    command: 'prepare-contract',
    field: 'monthlyGrossEur',
    right: [1, 3450.5, 100000],
    wrong: [0, -1, 100001],
  },
  { command: 'give-consent', field: 'language', ...LANGUAGES },
  {
    command: 'issue-commitment',
    field: 'languages',
    right: [['de'], ['ky', 'de']],
    wrong: [[], ['DE'], [1], 'de'],
  },
  {
    command: 'sign-commitment',
    field: 'evidence',
    right: ['file:sv-1', 'x'.repeat(64)],
    wrong: ['a b', 'x'.repeat(65), 1],
  },
  { command: 'close', field: 'returnable', right: [true, false], wrong: ['false', 0] },
  {
    command: 'close',
    field: 'party',
    ...choice('candidate', 'university', 'company', 'authority', 'programme'),
  },
  { command: 'withdraw', field: 'reason', ...TEXTS },
  { command: 'correct', field: 'supersedes', ...IDS },
  { command: 'fire-clock', field: 'dueOn', ...DAYS },
  { command: 'choose-route', field: 'variant', ...choice('shortage', 'at-45') },
  { command: 'record-title-step', field: 'stay', right: [1, 9], wrong: [0, 10, 1.5, '1'] },
  { command: 'record-title-step', field: 'on', ...DAYS },
  { command: 'check-in', field: 'wellbeing', right: [1, 5], wrong: [0, 6, 2.5, '3'] },
  { command: 'check-in', field: 'risk', ...choice('none', 'watch', 'at-risk', 'critical') },
  { command: 'check-in', field: 'needs', right: [[], ['housing']], wrong: [['roof'], 'housing'] },
  { command: 'decide-recognition', field: 'result', ...choice('full', 'comparable', 'partial', 'refused') },
  { command: 'plan-integration', field: 'goals', right: [['B2']], wrong: [[], [''], [1]] },
  { command: 'record-exam', field: 'attempt', right: [1, 20], wrong: [0, 21, 1.5] },
  { command: 'record-retention', field: 'period', right: ['P6M', 'P12M'], wrong: ['P1Y', 'P3M', 12] },
  { command: 'record-cost', field: 'amountEur', right: [0, 75.5, 1000000], wrong: [-1, 1000001, '75'] },
  {
    command: 'confirm-month',
    field: 'absences',
    right: [[], [{ kind: 'illness', days: 0.5 }]],
    wrong: [[{ kind: 'strike', days: 1 }], [{ kind: 'illness', days: 0.25 }], [{ kind: 'illness' }]],
  },
  { command: 'migrate-template', field: 'template', right: ['x@1'], wrong: ['', 5] },
];

interface Shape {
  readonly name: string;
  readonly field: Field;
  readonly right: readonly Json[];
  readonly wrong: readonly Json[];
}

/** Kinds that only record lines and envelopes use. */
export const SHAPES: readonly Shape[] = [
  {
    name: 'an instant has a zone and exists',
    field: { kind: 'instant' },
    right: ['2026-01-01T00:00:00Z', '2026-01-01T23:59:59.123+02:00', '2026-01-01T10:00-05:30'],
    wrong: [
      '2026-01-01T00:00:00',
      '2026-02-29T00:00:00Z',
      '2026-01-01',
      '2026-01-01T25:00:00Z',
      '2026-01-01 00:00:00Z',
      0,
    ],
  },
  {
    name: 'a country is two capitals',
    field: { kind: 'country' },
    right: ['KG', 'DE'],
    wrong: ['kg', 'KGZ', 'K', 1],
  },
  {
    name: 'a time zone is an IANA name',
    field: { kind: 'zone' },
    right: ['Europe/Berlin', 'UTC', 'Asia/Bishkek', 'America/Argentina/Buenos_Aires'],
    wrong: ['+02:00', 'Europe/', 'Europe Berlin', 2],
  },
  {
    name: 'a title is short text',
    field: { kind: 'title' },
    right: ['x', 'x'.repeat(300)],
    wrong: ['', 'x'.repeat(301), 'a\u0000', 3],
  },
  {
    name: 'a list names the item at fault',
    field: { kind: 'list', of: { kind: 'day' }, min: 1 },
    right: [['2026-01-01']],
    wrong: [[], ['2026-01-01', '2026-02-30'], '2026-01-01', {}],
  },
  {
    name: 'an object is judged field by field',
    field: { kind: 'object', fields: { on: { kind: 'day' } } },
    right: [{ on: '2026-01-01' }],
    wrong: [{}, { on: 'x' }, { on: '2026-01-01', more: 1 }, [], 'x'],
  },
];

interface LineSample {
  readonly required: JsonObject;
  readonly optional: JsonObject;
}
const own = { id: 'x1', programme: 'prog-1' };
const evidence = 'file:1';

/** The import table of domain.md §0: what each type of line must and may carry. */
export const RECORD_SAMPLES: Readonly<Record<string, LineSample>> = {
  programme: {
    required: {
      id: 'x1',
      name: 'P',
      template: 'de-uni-internship-hire@1',
      from: '2026-01-01',
      to: '2026-12-31',
      partnerCountries: ['KG'],
    },
    optional: {
      carrier: 'o1',
      funders: ['o2'],
      timeZone: 'Europe/Berlin',
      calendar: 'DE-SN',
      goals: ['a'],
      targetGroups: ['b'],
      activities: ['c'],
      successes: ['d'],
      region: 'Nordsachsen',
      problem: ['e'],
      website: 'https://example.org',
      english: { name: 'P', goals: ['a'] },
    },
  },
  organisation: {
    required: { id: 'x1', kind: 'company', name: 'C' },
    optional: {
      country: 'DE',
      sector: 'glass',
      sites: ['Oschatz'],
      address: ['Am Hafen 1', '04860 Torgau'],
      size: 'medium',
      publicBody: false,
      smallestCell: 5,
    },
  },
  agreement: {
    required: { ...own, organisation: 'o1', kind: 'cooperation', from: '2026-01-01', to: '2026-12-31' },
    optional: { evidence },
  },
  person: {
    required: {
      id: 'x1',
      givenName: 'A',
      familyName: 'B',
      bornOn: '2000-02-29',
      gender: 'diverse',
      nationality: 'KG',
    },
    optional: { languages: [{ code: 'ky', level: 'native' }] },
  },
  engagement: {
    required: { ...own, organisation: 'o1', on: '2026-01-01', status: 'partner' },
    optional: { evidence },
  },
  intention: {
    required: { ...own, organisation: 'o1', on: '2026-01-01', intends: 'takeover' },
    optional: { evidence },
  },
  partnership: {
    required: { ...own, regions: ['a'], from: '2026-01-01' },
    optional: { to: '2026-12-31', evidence },
  },
  trip: {
    required: {
      ...own,
      direction: 'DE-KG',
      delegates: ['carrier:1'],
      days: [{ date: '2026-01-01', country: 'KG', kind: 'work', place: 'Bishkek', delegates: ['carrier:1'] }],
    },
    optional: { evidence },
  },
  interview: {
    required: {
      ...own,
      round: 'final',
      respondent: 'company-1',
      respondentKind: 'company',
      on: '2026-01-01',
    },
    optional: { roles: ['hr'], quotes: ['gladly again'], evidence },
  },
  material: {
    required: { ...own, kind: 'website', title: 'W', on: '2026-01-01' },
    optional: { link: 'https://example.org', evidence },
  },
  event: {
    required: { ...own, kind: 'course', title: 'Deutsch B1', on: '2026-01-01' },
    optional: {
      to: '2026-01-02',
      place: 'Torgau',
      hours: 7.5,
      participants: 12,
      organisations: ['company-1'],
      evidence,
    },
  },
  measure: {
    required: { ...own, kind: 'decision', focus: 'Sprache', title: 'Kurs B1 anbieten', dueOn: '2026-03-31' },
    optional: { doneOn: '2026-03-20', evidence },
  },
  target: {
    required: { ...own, indicator: 'students', on: '2026-12-31', value: 15 },
    optional: { qualifier: 'at-least', baseline: 0, baselineOn: '2026-01-01', evidence },
  },
};
