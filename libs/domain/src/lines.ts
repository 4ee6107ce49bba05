import { id, list, optional } from './commands/command-rule';
import type { Field, Fields } from './fields';
import { ROLES } from './roles';

const OWN: Field = { kind: 'id', of: 'own' };
const DAY: Field = { kind: 'day' };
const TITLE: Field = { kind: 'title' };
const REFERENCE: Field = { kind: 'reference' };
const COUNTRY: Field = { kind: 'country' };
const RECORDED: Field = { kind: 'instant', optional: true };
const EVIDENCE = optional(REFERENCE);
const object = (fields: Fields): Field => ({ kind: 'object', fields });
const code = (...values: readonly string[]): Field => ({ kind: 'code', values });

export const ORGANISATION_KINDS = [
  'carrier',
  'funder',
  'company',
  'university',
  'institute',
  'training-campus',
  'chamber',
  'authority',
  'alliance',
  'municipality',
  'labour-agency',
  'school',
  'association',
] as const;

/** What a programme does beside journeys: meetings of the network, courses, fairs. */
export const EVENT_KINDS = ['meeting', 'course', 'workshop', 'fair', 'visit', 'campaign', 'other'] as const;

/** What a work plan holds: what a meeting decided to do, and what is to be reached on the way. */
export const MEASURE_KINDS = ['decision', 'interim-target'] as const;

/** How exact a number that was set or told is meant: "about 800", "more than 20,000", "the first 5". */
export const QUALIFIERS = ['about', 'at-least', 'at-most', 'more-than', 'first'] as const;

/** Why a record is struck out. A code, so that it can stand beside what it explains for ever. */
export const STRIKE_REASONS = [
  'entered-twice',
  'did-not-take-place',
  'of-another-programme',
  'wrongly-entered',
  'evidence-withdrawn',
] as const;
export type StrikeReason = (typeof STRIKE_REASONS)[number];

const AMOUNT: Field = { kind: 'number', min: 0, max: 1_000_000_000 };

const inProgramme: Fields = { id: OWN, programme: id('programme') };

/** Record lines of the import format (domain.md §0): type → fields. Commands are the other type, `COMMAND_LINE`. */
export const RECORD_LINES = {
  programme: {
    id: OWN,
    name: TITLE,
    template: TITLE,
    from: DAY,
    to: DAY,
    partnerCountries: list(COUNTRY),
    carrier: optional(id('organisation')),
    funders: optional(list(id('organisation'))),
    timeZone: { kind: 'zone', optional: true },
    /** Country or Land whose holidays count, such as DE-SN. */
    calendar: optional(REFERENCE),
    goals: optional(list(TITLE)),
    targetGroups: optional(list(TITLE)),
    activities: optional(list(TITLE)),
    successes: optional(list(TITLE)),
    region: optional(TITLE),
    problem: optional(list(TITLE)),
    website: optional(TITLE),
    /** The words of the programme for English readers; what is missing here is shown as it stands above. */
    english: optional(
      object({
        name: optional(TITLE),
        goals: optional(list(TITLE)),
        targetGroups: optional(list(TITLE)),
        activities: optional(list(TITLE)),
        successes: optional(list(TITLE)),
        problem: optional(list(TITLE)),
        region: optional(TITLE),
      }),
    ),
  },
  organisation: {
    id: OWN,
    kind: code(...ORGANISATION_KINDS),
    name: TITLE,
    country: optional(COUNTRY),
    sector: optional(TITLE),
    sites: optional(list(TITLE)),
    /** Lines of the postal address, as on the sheet. */
    address: optional(list(TITLE)),
    /** By Recommendation 2003/361/EC; `large` is none of the small and medium-sized ones. */
    size: optional(code('micro', 'small', 'medium', 'large')),
    publicBody: optional({ kind: 'boolean' }),
    /** Of a funder: fewer persons than this are never told of in figures; 5 unless given. */
    smallestCell: optional({ kind: 'number', min: 2, max: 100, step: 1 }),
  },
  agreement: {
    ...inProgramme,
    organisation: id('organisation'),
    kind: TITLE,
    from: DAY,
    to: DAY,
    evidence: EVIDENCE,
  },
  person: {
    id: OWN,
    givenName: TITLE,
    familyName: TITLE,
    bornOn: DAY,
    gender: code('female', 'male', 'diverse', 'unknown'),
    nationality: COUNTRY,
    languages: optional(
      list(object({ code: { kind: 'language' }, level: code('native', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2') })),
    ),
  },
  engagement: {
    ...inProgramme,
    organisation: id('organisation'),
    on: DAY,
    status: code('partner', 'interested', 'committed', 'ended'),
    evidence: EVIDENCE,
  },
  intention: {
    ...inProgramme,
    organisation: id('organisation'),
    on: DAY,
    intends: code('takeover', 'none'),
    evidence: EVIDENCE,
  },
  partnership: { ...inProgramme, regions: list(TITLE, 1), from: DAY, to: optional(DAY), evidence: EVIDENCE },
  trip: {
    ...inProgramme,
    direction: TITLE,
    delegates: list(REFERENCE),
    days: list(
      object({
        date: DAY,
        country: COUNTRY,
        kind: code('work', 'travel', 'rest'),
        place: optional(TITLE),
        delegates: list(REFERENCE),
      }),
      1,
    ),
    evidence: EVIDENCE,
  },
  interview: {
    ...inProgramme,
    round: TITLE,
    respondent: REFERENCE,
    respondentKind: code('company', 'student', 'university'),
    on: DAY,
    roles: optional(list(TITLE)),
    quotes: optional(list({ kind: 'text' })),
    evidence: EVIDENCE,
  },
  material: { ...inProgramme, kind: TITLE, title: TITLE, on: DAY, link: optional(TITLE), evidence: EVIDENCE },
  event: {
    ...inProgramme,
    kind: code(...EVENT_KINDS),
    title: TITLE,
    on: DAY,
    to: optional(DAY),
    place: optional(TITLE),
    hours: optional({ kind: 'number', min: 0, max: 1_000, step: 0.25 }),
    participants: optional({ kind: 'number', min: 0, max: 1_000_000, step: 1 }),
    organisations: optional(list(id('organisation'))),
    evidence: EVIDENCE,
  },
  /** What the network plans to do by a day: a decision, or an interim target of its work plan. */
  measure: {
    ...inProgramme,
    kind: code(...MEASURE_KINDS),
    focus: TITLE,
    title: TITLE,
    dueOn: DAY,
    doneOn: optional(DAY),
    evidence: EVIDENCE,
  },
  target: {
    ...inProgramme,
    /** Key of an indicator. */
    indicator: REFERENCE,
    on: DAY,
    value: AMOUNT,
    qualifier: optional(code(...QUALIFIERS)),
    baseline: optional(AMOUNT),
    baselineOn: optional(DAY),
    evidence: EVIDENCE,
  },
} as const satisfies Record<string, Fields>;
export type RecordType = keyof typeof RECORD_LINES;

/** The envelope of a command; `data` is checked by the command's own fields. */
export const COMMAND_LINE = {
  // Room for `clock.<journey>.<clock>.<dueOn>`, the ids under which Lotse itself fires clocks.
  id: { kind: 'id', of: 'own', max: 128 },
  journey: { kind: 'id', of: 'journey' },
  command: REFERENCE,
  happenedOn: DAY,
  by: object({ role: code(...ROLES), organisation: optional(id('organisation')) }),
  data: { kind: 'changes' },
  expectedVersion: { kind: 'number', min: 0, max: 1_000_000_000, step: 1, optional: true },
} as const satisfies Fields;

/** Every line may say when it was recorded (rule 10). */
export const LINE_RECORDED: Fields = { recordedAt: RECORDED };

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORD_LINES, type);
