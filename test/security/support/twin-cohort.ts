import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const REFERENCE = readFileSync(
  join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.jsonl'),
  'utf8',
);

/** Fields that hold ids or reference ids. */
const IDS: readonly string[] = [
  'id',
  'journey',
  'person',
  'programme',
  'university',
  'organisation',
  'company',
  'agreement',
  'placement',
  'contract',
  'supersedes',
  'carrier',
  'funders',
  'mentor',
  'assessor',
];

export const TWIN = 't-';

const prefixed = (value: Json): Json => {
  if (typeof value === 'string') return `${TWIN}${value}`;
  return Array.isArray(value) ? (value as readonly Json[]).map(prefixed) : value;
};

function twinOf(line: JsonObject): JsonObject {
  const entries = Object.entries(line).map(([name, value]): [string, Json | undefined] => {
    if (value !== undefined && IDS.includes(name)) return [name, prefixed(value)];
    return [name, isJsonObject(value) ? twinOf(value) : value];
  });
  return Object.fromEntries(entries);
}

/** So many journeys of each tenant: two universities, three companies. */
const JOURNEYS = 6;

const isKept = ({ type, journey }: JsonObject): boolean =>
  type !== 'command' || Number(text(journey).slice(1)) <= JOURNEYS;

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const cohort: readonly JsonObject[] = REFERENCE.split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const parsed: unknown = JSON.parse(line);
    if (!isJsonObject(parsed)) throw new TypeError('A line of the reference file is no object');
    return parsed;
  })
  .filter(isKept);

/** The reference cohort, and the same once more under other ids: two tenants that differ in nothing but whom they belong to. */
export const twinCohort = (): string =>
  [...cohort, ...cohort.map(twinOf)].map((line) => JSON.stringify(line)).join('\n');

/** Whom each journey of the first tenant concerns, read from the file and from nothing of Lotse. */
export interface Parties {
  readonly journey: string;
  readonly person: string;
  readonly university: string;
  readonly companies: readonly string[];
  readonly mentors: readonly string[];
  readonly assessors: readonly string[];
}

export function partiesOfCohort(): readonly Parties[] {
  const journeys = new Map<string, Parties>();
  for (const { type, journey, command, data, by } of cohort) {
    if (type !== 'command' || !isJsonObject(data)) continue;
    const id = text(journey);
    const known = journeys.get(id) ?? {
      journey: id,
      person: text(data.person),
      university: isJsonObject(by) ? text(by.organisation) : '',
      companies: [],
      mentors: [],
      assessors: [],
    };
    const add = (list: readonly string[], value: Json | undefined): readonly string[] =>
      text(value) === '' ? list : [...new Set([...list, text(value)])];
    journeys.set(id, {
      ...known,
      companies: add(known.companies, data.company),
      mentors: command === 'agree-placement' ? add(known.mentors, data.mentor) : known.mentors,
      assessors: add(known.assessors, data.assessor),
    });
  }
  return [...journeys.values()];
}
