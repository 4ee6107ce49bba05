import type { Words } from '../words';

/** What one unit of a figure is; the units behind a figure are listed by ids of this kind. */
export type UnitOf =
  | 'person'
  | 'company'
  | 'site'
  | 'organisation'
  | 'person-month'
  | 'trip'
  | 'day'
  | 'partnership'
  | 'interview'
  | 'material'
  | 'partner'
  | 'programme';

/** One counted figure of the project sheet (domain.md §4.1). */
export interface Figure {
  readonly key: string;
  readonly section: keyof typeof SECTIONS;
  readonly label: Words;
  readonly unit: UnitOf;
  /** True where the ids stand on the sheet itself, under `units`. */
  readonly listed: boolean;
  /** One sentence that says what is counted. */
  readonly definition: string;
  /** What proves one unit: the file or form that its facts name. */
  readonly evidence: string;
}

/** Parts of the sheet, in its order. */
export const SECTIONS = {
  participants: { de: 'Teilnehmende', en: 'Participants' },
  results: { de: 'Projektergebnisse in Zahlen', en: 'Project results in figures' },
  lasting: { de: 'Nachhaltige Projekterfolge', en: 'Lasting results' },
  materials: { de: 'Entwickelte Materialien', en: 'Materials developed' },
  feedback: { de: 'Feedback', en: 'Feedback' },
  partners: { de: 'Kooperationspartner', en: 'Cooperation partners' },
  runtime: { de: 'Projektlaufzeit', en: 'Project runtime' },
} as const satisfies Record<string, Words>;

/** Every figure of the sheet, in the order in which the sheet shows them. None is clipped by the programme's runtime. */
export const FIGURES = [
  {
    key: 'students',
    section: 'participants',
    label: { de: 'Studierende', en: 'Students' },
    unit: 'person',
    listed: true,
    definition:
      'Distinct persons whose last selection decision says selected; leaving later does not take them out.',
    evidence: 'selection decision',
  },
  {
    key: 'companies',
    section: 'participants',
    label: { de: 'Unternehmen', en: 'Companies' },
    unit: 'company',
    listed: true,
    definition:
      'Distinct legal entities with a placement they have agreed to and that was not cancelled before its start.',
    evidence: 'placement agreement',
  },
  {
    key: 'sites',
    section: 'participants',
    label: { de: 'Standorte', en: 'Sites' },
    unit: 'site',
    listed: false,
    definition: 'Distinct site names of the placements behind the companies.',
    evidence: 'placement agreement',
  },
  {
    key: 'universities',
    section: 'participants',
    label: { de: 'Universitäten', en: 'Universities' },
    unit: 'organisation',
    listed: false,
    definition:
      'Distinct universities with an agreement of the programme in force on the day, both ends included.',
    evidence: 'cooperation agreement',
  },
  {
    key: 'institutes',
    section: 'participants',
    label: { de: 'Institute', en: 'Institutes' },
    unit: 'organisation',
    listed: false,
    definition:
      'Distinct institutes with an agreement of the programme in force on the day, both ends included.',
    evidence: 'cooperation agreement',
  },
  {
    key: 'trainingCampuses',
    section: 'participants',
    label: { de: 'Campus', en: 'Training campuses' },
    unit: 'organisation',
    listed: false,
    definition:
      'Distinct training campuses with an agreement of the programme in force on the day, both ends included.',
    evidence: 'cooperation agreement',
  },
  {
    key: 'commitmentsSigned',
    section: 'results',
    label: { de: 'Selbstverpflichtungen unterzeichnet', en: 'Commitments signed' },
    unit: 'person',
    listed: true,
    definition:
      'Distinct persons with a signed commitment not withdrawn since; the countersignature is not needed, closing does not end it.',
    evidence: 'signed commitment',
  },
  {
    key: 'contractsPrepared',
    section: 'results',
    label: { de: 'Arbeitsverträge vorbereitet', en: 'Contracts prepared' },
    unit: 'person',
    listed: true,
    definition:
      'Distinct persons with a contract that was prepared and neither retracted nor declined; offered, signed and ended ones count too.',
    evidence: 'draft contract',
  },
  {
    key: 'workMonths',
    section: 'results',
    label: { de: 'Arbeitsmonate geleistet', en: 'Work months' },
    unit: 'person-month',
    listed: false,
    definition:
      'Sum over person and calendar month of worked ÷ planned days of all placements, at most 1; in from its confirmation, out while contested.',
    evidence: 'monthly confirmation',
  },
  {
    key: 'delegationTrips',
    section: 'results',
    label: { de: 'Delegationsreisen', en: 'Delegation trips' },
    unit: 'trip',
    listed: false,
    definition: 'Trips whose last day is not after the day.',
    evidence: 'trip report',
  },
  {
    key: 'workingDaysAbroad',
    section: 'results',
    label: { de: 'Arbeitstage im Partnerland', en: 'Working days abroad' },
    unit: 'day',
    listed: false,
    definition:
      'Distinct dates not after the day on which at least one delegate worked in a partner country.',
    evidence: 'trip report',
  },
  {
    key: 'companiesIntendingTakeover',
    section: 'lasting',
    label: { de: 'Unternehmen mit Übernahmeabsicht', en: 'Companies intending takeover' },
    unit: 'company',
    listed: false,
    definition: 'Companies of the companies above whose last intention says takeover.',
    evidence: 'letter of intent',
  },
  {
    key: 'recommended',
    section: 'lasting',
    label: { de: 'Zur Übernahme empfohlen', en: 'Recommended for takeover' },
    unit: 'person',
    listed: true,
    definition: 'Distinct persons with at least one placement whose last recommendation is yes.',
    evidence: 'recommendation',
  },
  {
    key: 'recommendedAndContractPrepared',
    section: 'lasting',
    label: { de: 'Empfohlen und Vertrag vorbereitet', en: 'Recommended and contract prepared' },
    unit: 'person',
    listed: true,
    definition: 'Persons who are both recommended and have a contract prepared, whatever the company.',
    evidence: 'recommendation and draft contract',
  },
  {
    key: 'regionalPartnerships',
    section: 'lasting',
    label: { de: 'Regionale Partnerschaften', en: 'Regional partnerships' },
    unit: 'partnership',
    listed: false,
    definition: 'Partnerships between regions in force on the day, both ends included.',
    evidence: 'partnership agreement',
  },
  {
    key: 'companiesCommitted',
    section: 'lasting',
    label: { de: 'Neu gewonnene Unternehmen', en: 'Companies committed' },
    unit: 'company',
    listed: false,
    definition: 'Companies whose last engagement says committed and that are not among the companies above.',
    evidence: 'letter of commitment',
  },
  {
    key: 'companiesInterested',
    section: 'lasting',
    label: { de: 'Interessierte Unternehmen', en: 'Companies interested' },
    unit: 'company',
    listed: false,
    definition: 'Companies whose last engagement says interested and that are not among the companies above.',
    evidence: 'minutes or letter',
  },
  {
    key: 'materials',
    section: 'materials',
    label: { de: 'Materialien', en: 'Materials' },
    unit: 'material',
    listed: false,
    definition: 'Materials developed not after the day, by kind.',
    evidence: 'the material itself',
  },
  {
    key: 'interviews.company',
    section: 'feedback',
    label: { de: 'Interviews mit Unternehmen', en: 'Interviews with companies' },
    unit: 'interview',
    listed: false,
    definition: 'Distinct pairs of company and round interviewed not after the day.',
    evidence: 'interview minutes',
  },
  {
    key: 'interviews.student',
    section: 'feedback',
    label: { de: 'Interviews mit Studierenden', en: 'Interviews with students' },
    unit: 'interview',
    listed: false,
    definition: 'Distinct pairs of student and round interviewed not after the day.',
    evidence: 'interview minutes',
  },
  {
    key: 'interviews.university',
    section: 'feedback',
    label: { de: 'Interviews mit Universitäten', en: 'Interviews with universities' },
    unit: 'interview',
    listed: false,
    definition: 'Distinct pairs of university and round interviewed not after the day.',
    evidence: 'interview minutes',
  },
  {
    key: 'partners',
    section: 'partners',
    label: { de: 'Kooperationspartner', en: 'Cooperation partners' },
    unit: 'partner',
    listed: false,
    definition: 'Organisations whose last engagement says partner, by kind, the universities as one entry.',
    evidence: 'engagement',
  },
  {
    key: 'runtimeDays',
    section: 'runtime',
    label: { de: 'Laufzeit in Tagen', en: 'Runtime in days' },
    unit: 'programme',
    listed: false,
    definition:
      'Days from the first to the last day of the programme, both included, independent of the day asked for.',
    evidence: 'grant notice',
  },
] as const satisfies readonly Figure[];

export type FigureKey = (typeof FIGURES)[number]['key'];
/** Figures whose ids stand on the sheet itself. */
export type ListedFigure = Extract<(typeof FIGURES)[number], { readonly listed: true }>['key'];

/** The figure of that key, such as `contractsPrepared` or `interviews.student`; undefined for an unknown key. */
export const findFigure = (key: string): (typeof FIGURES)[number] | undefined =>
  FIGURES.find((figure) => figure.key === key);
