import { addDays, dayInBerlin, type JsonObject } from '@lotse/domain';

const today = dayInBerlin(new Date());

/** A day relative to the day of the test. */
export const day = (offset: number): string => addDays(today, offset);

/** Lines of a small project around today: one university, one company with two sites, two programmes, people `p1`, `p2`, … */
export const PROJECT: readonly JsonObject[] = [
  ...['glass', 'steel'].map((id) => ({
    type: 'programme',
    id,
    name: `Programme ${id}`,
    template: 'de-uni-internship-hire@1',
    from: day(-300),
    to: day(300),
    partnerCountries: ['KG'],
  })),
  { type: 'organisation', id: 'uni-1', kind: 'university', name: 'University 1', country: 'KG' },
  { type: 'organisation', id: 'company-1', kind: 'company', name: 'Company 1', sites: ['Torgau', 'Oschatz'] },
  ...['glass', 'steel'].map((programme) => ({
    type: 'agreement',
    id: `agr-${programme}`,
    programme,
    organisation: 'uni-1',
    kind: 'cooperation',
    from: day(-300),
    to: day(300),
  })),
];

export const person = (id: string, more: JsonObject = {}): JsonObject => ({
  type: 'person',
  id,
  givenName: 'Aibek',
  familyName: 'Osmonov',
  bornOn: '1999-05-04',
  gender: 'male',
  nationality: 'KG',
  ...more,
});

let commands = 0;

interface Told {
  readonly on?: string;
  readonly id?: string;
  readonly organisation?: string;
  readonly expectedVersion?: number;
  readonly recordedAt?: string;
}

/** A command with an id of its own, given by `role`; the day is the test's where `on` does not say. */
export function command(
  journey: string,
  name: string,
  role: string,
  data: JsonObject,
  told: Told = {},
): JsonObject {
  commands += 1;
  const { on = today, id = `cmd-${commands}`, organisation, ...conditions } = told;
  const by = organisation === undefined ? { role } : { role, organisation };
  return { id, journey, command: name, happenedOn: on, by, data, ...conditions };
}

export const nominate = (
  journey: string,
  personId: string,
  told: Told & { readonly programme?: string } = {},
): JsonObject => {
  const { programme = 'glass', ...rest } = told;
  const data = {
    person: personId,
    programme,
    university: 'uni-1',
    agreement: `agr-${programme}`,
    subject: 'Silicate technology',
    expectedDegreeOn: day(200),
  };
  return command(journey, 'nominate', 'university', data, { organisation: 'uni-1', ...rest });
};

export const consent = (journey: string, told?: Told): JsonObject =>
  command(journey, 'give-consent', 'candidate', { consentVersion: '2023-10', language: 'ky' }, told);

export const score = (journey: string, assessor: string, told?: Told): JsonObject =>
  command(journey, 'score', 'assessor', { assessor, score: 70, conflictOfInterest: false }, told);

/** Some weeks from now, full time. */
const STAY: JsonObject = {
  company: 'company-1',
  site: 'Torgau',
  from: day(30),
  to: day(120),
  hoursPerWeek: 40,
  route: '16e',
  goal: 'Glass technology',
  supervision: 'mentor on site',
  legalRelation: 'internship agreement',
  hostCoversPublicCosts: true,
};

export const reserve = (journey: string, placement: string, data: JsonObject = {}, told?: Told): JsonObject =>
  command(journey, 'reserve-placement', 'coordinator', { placement, ...STAY, ...data }, told);

export const agree = (journey: string, placement: string, told: Told = {}): JsonObject =>
  command(
    journey,
    'agree-placement',
    'company',
    { placement, mentor: 'mentor-1' },
    { organisation: 'company-1', ...told },
  );

/** A command as a line of an import file. */
export const line = (body: JsonObject): JsonObject => ({ type: 'command', ...body });
