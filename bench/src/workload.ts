/** One command as both systems take it over HTTP. */
export interface Step {
  readonly command: string;
  readonly by: { readonly role: string; readonly organisation?: string };
  readonly data: Readonly<Record<string, unknown>>;
}

/** Ids of the records that the work rests on; `prepare` puts them there. */
const RECORDS = {
  programme: 'bench',
  university: 'bench-uni',
  company: 'bench-company',
  agreement: 'bench-agr',
};

const COORDINATOR = { role: 'coordinator' };
const CANDIDATE = { role: 'candidate' };
const UNIVERSITY = { role: 'university', organisation: RECORDS.university };
const COMPANY = { role: 'company', organisation: RECORDS.company };
const MENTOR = { role: 'mentor', organisation: RECORDS.company };
const advance = (to: string): Step => ({ command: 'advance', by: COORDINATOR, data: { to } });

/** Today in Berlin, the programme's zone: everything in the bench happens today, so no clock is past. */
export const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());

const personOf = (journey: string): string => `person-${journey}`;

/** Nomination, selection and self-commitment: ten commands, two of which move the stage. */
export const beginning = (journey: string): readonly Step[] => [
  {
    command: 'nominate',
    by: UNIVERSITY,
    data: {
      person: personOf(journey),
      programme: RECORDS.programme,
      university: RECORDS.university,
      agreement: RECORDS.agreement,
      subject: 'Silicate technology',
      expectedDegreeOn: TODAY,
    },
  },
  { command: 'give-consent', by: CANDIDATE, data: { consentVersion: '2023-10', language: 'ky' } },
  {
    command: 'score',
    by: { role: 'assessor' },
    data: { assessor: 'a-1', score: 70, conflictOfInterest: false },
  },
  {
    command: 'score',
    by: { role: 'assessor' },
    data: { assessor: 'a-2', score: 75, conflictOfInterest: false },
  },
  { command: 'decide-selection', by: COORDINATOR, data: { outcome: 'selected' } },
  advance('SEL'),
  { command: 'issue-commitment', by: COORDINATOR, data: { textVersion: 'sv-1', languages: ['ky', 'de'] } },
  {
    command: 'sign-commitment',
    by: CANDIDATE,
    data: { textVersion: 'sv-1', noFeesPaid: true, evidence: 'file-1' },
  },
  { command: 'countersign-commitment', by: COORDINATOR, data: { evidence: 'file-1' } },
  advance('COM'),
];

/** A journey through eight stages, one list for each sitting of the coordinator: what is done, then the move. */
export function wholeJourney(journey: string): readonly (readonly Step[])[] {
  const placement = `placement-${journey}`;
  const start = beginning(journey);
  const about = { placement };
  const party = (by: Step['by'], command: string, more: object): Step => ({
    command,
    by,
    data: { ...about, party: by.role, ...more },
  });
  return [
    start.slice(0, 1),
    start.slice(1, 6),
    start.slice(6),
    [
      {
        command: 'reserve-placement',
        by: COORDINATOR,
        data: {
          ...about,
          company: RECORDS.company,
          site: 'Oschatz',
          from: TODAY,
          to: TODAY,
          hoursPerWeek: 40,
          route: '16e',
          goal: 'Glass technology',
          supervision: 'mentor on site',
          legalRelation: 'internship agreement',
          hostCoversPublicCosts: true,
        },
      },
      { command: 'agree-placement', by: COMPANY, data: { ...about, mentor: 'mentor-1' } },
      { command: 'opt-in', by: CANDIDATE, data: about },
      advance('MAT'),
    ],
    [
      ...[UNIVERSITY, COMPANY, CANDIDATE].map((by) => party(by, 'sign-agreement', { evidence: 'file-2' })),
      advance('PRE'),
    ],
    [
      {
        command: 'grant-title',
        by: COORDINATOR,
        data: { stay: 1, route: '16e', validFrom: TODAY, validTo: TODAY, evidence: 'file-3' },
      },
      { command: 'record-insurance', by: COORDINATOR, data: { from: TODAY, evidence: 'file-4' } },
      { command: 'record-housing', by: COORDINATOR, data: { place: 'Oschatz' } },
      { command: 'arrive', by: CANDIDATE, data: about },
      { command: 'start-internship', by: MENTOR, data: about },
      advance('INT'),
    ],
    [
      {
        command: 'confirm-month',
        by: MENTOR,
        data: { ...about, month: TODAY.slice(0, 7), workedDays: 20, plannedDays: 20, evidence: 'file-5' },
      },
      { command: 'end-placement', by: MENTOR, data: { ...about, how: 'planned', lastDay: TODAY } },
      ...[MENTOR, COMPANY, CANDIDATE].map((by) => party(by, 'evaluate', { rating: 4 })),
      advance('EVA'),
    ],
    [
      { command: 'recommend', by: COMPANY, data: { ...about, recommended: true } },
      { command: 'leave-for-studies', by: CANDIDATE, data: { expectedDegreeOn: TODAY } },
      advance('RET'),
    ],
  ];
}

/** One more thing about a journey that moves nothing, in any stage. */
export const HOUSING: Step = {
  command: 'record-housing',
  by: COORDINATOR,
  data: { place: 'Oschatz, Bahnhofstrasse 1' },
};

/** The record lines below all journeys, and one person for each. */
export function recordLines(journeys: readonly string[]): readonly object[] {
  const { programme, university, company, agreement } = RECORDS;
  const days = { from: '2023-10-01', to: '2099-12-31' };
  return [
    {
      type: 'programme',
      id: programme,
      name: 'Bench',
      template: 'de-uni-internship-hire@1',
      ...days,
      partnerCountries: ['KG'],
    },
    { type: 'organisation', id: university, kind: 'university', name: 'University' },
    { type: 'organisation', id: company, kind: 'company', name: 'Company', sites: ['Oschatz'] },
    { type: 'agreement', id: agreement, programme, organisation: university, kind: 'cooperation', ...days },
    ...journeys.map((journey) => ({
      type: 'person',
      id: personOf(journey),
      givenName: 'Given',
      familyName: 'Family',
      bornOn: '2000-01-01',
      gender: 'unknown',
      nationality: 'KG',
    })),
  ];
}
