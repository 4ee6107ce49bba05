import { TEMPLATES, type Command, type Json, type JsonObject } from '@lotse/domain';
import { commandOfStep, PLACEMENT, CONTRACT } from '../domain/ordinary-journey';
import { WHOLE } from '../domain/whole-journey';

const TEMPLATE = 'de-uni-internship-hire@1';

/**
 * The ordinary template, under which people may tell of days long past: a whole journey of 21 months is told within minutes, over
 * the door of every day and not as an import. Nothing else differs.
 */
export const faultsTemplate = (): JsonObject => {
  const body: JsonObject = JSON.parse(JSON.stringify(TEMPLATES.get(TEMPLATE)));
  return { ...body, id: 'faults@1', backdating: 'P5Y' };
};

/** Whole years back, so that the last day of the journey is past and weekdays stay what they are in a contract. */
const LAST_DAY = WHOLE.map(({ on }) => on).reduce((a, b) => (a > b ? a : b));
const YEARS = Math.max(1, Number(LAST_DAY.slice(0, 4)) + 1 - new Date().getUTCFullYear());
/** Days and months of the journey; the version of a text, such as 2023-10, is no day. */
const DAY = /^(202[6-9])(-\d{2}(?:-\d{2})?)$/;
const earlier = (text: string): string =>
  text.replace(DAY, (_day, year: string, rest: string) => `${Number(year) - YEARS}${rest}`);

/** Every day earlier and every id of this person's own. */
function rewritten(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return ids.get(value) ?? earlier(value);
  if (Array.isArray(value)) return value.map((one) => rewritten(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rewritten(one ?? null, ids)]));
}

/** What everybody shares. */
export const RECORDS: readonly JsonObject[] = [
  {
    type: 'programme',
    id: 'prog-1',
    name: 'Faults',
    template: 'faults@1',
    from: '2020-01-01',
    to: '2099-12-31',
    partnerCountries: ['KG'],
  },
  { type: 'organisation', id: 'uni-1', kind: 'university', name: 'University', country: 'KG' },
  { type: 'organisation', id: 'company-1', kind: 'company', name: 'Company', sites: ['Oschatz', 'Torgau'] },
  {
    type: 'agreement',
    id: 'agr-1',
    programme: 'prog-1',
    organisation: 'uni-1',
    kind: 'cooperation',
    from: '2020-01-01',
    to: '2099-12-31',
  },
];

const NAMES = [
  ['Айгүл', 'Төлөгөнова'],
  ['Бакыт', 'Өмүрзаков'],
  ['Jürgen', 'Strauß'],
  ['Жаңыл', 'Асанова'],
] as const;

/** One person who never lived, and the journey of that person from the nomination to the end of the follow-up. */
export interface Traveller {
  readonly journey: string;
  readonly record: JsonObject;
  /** In order of days; the id of each is its label under the journey's id. */
  readonly commands: readonly Command[];
}

export function traveller(number: number): Traveller {
  const journey = `j${String(number).padStart(5, '0')}`;
  const own = (id: string): [string, string] => [id, `${id}-${journey}`];
  const ids = new Map([own('p1'), own(PLACEMENT.placement), own(CONTRACT.contract)]);
  const [givenName, familyName] = NAMES[number % NAMES.length] ?? NAMES[0];
  return {
    journey,
    record: {
      type: 'person',
      id: `p1-${journey}`,
      givenName,
      familyName,
      bornOn: '2000-06-15',
      gender: 'unknown',
      nationality: 'KG',
    },
    commands: WHOLE.map((step) => ({
      ...commandOfStep(step, journey),
      id: `${journey}.${step.label}`,
      happenedOn: earlier(step.on),
      data: Object.fromEntries(
        Object.entries(step.data).map(([name, value]) => [name, rewritten(value ?? null, ids)]),
      ),
    })),
  };
}
