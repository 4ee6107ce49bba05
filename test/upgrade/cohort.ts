import { addDays, addMonths, type JsonObject } from '@lotse/domain';
import { commandOfStep, COORDINATOR, ORDINARY, type Step } from '../domain/ordinary-journey';
import { dataLater } from '../domain/later';
import { numbers } from '../domain/random-numbers';

/** One journey of the cohort: what the older release is given, and what the present one goes on with. */
export interface Begun {
  readonly journey: string;
  readonly person: JsonObject;
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
}

/** What follows the last step that the older release knew. */
const SETTLED: Step = {
  label: 'record-housing.2',
  command: 'record-housing',
  on: '2026-09-15',
  by: COORDINATOR,
  data: { place: 'Torgau' },
};
const EXTRA_MONTHS = 60;

/** The records that all journeys rest on. */
export const recordLines = (today: string): readonly JsonObject[] => [
  {
    type: 'programme',
    id: 'prog-1',
    name: 'Glass',
    template: 'de-uni-internship-hire@1',
    from: addMonths(today, -EXTRA_MONTHS),
    to: addMonths(today, EXTRA_MONTHS),
    partnerCountries: ['KG'],
  },
  { type: 'organisation', id: 'uni-1', kind: 'university', name: 'Университет 1', country: 'KG' },
  {
    type: 'organisation',
    id: 'company-1',
    kind: 'company',
    name: 'Glaswerk 1',
    sites: ['Oschatz', 'Torgau'],
  },
  {
    type: 'agreement',
    id: 'agr-1',
    programme: 'prog-1',
    organisation: 'uni-1',
    kind: 'cooperation',
    from: addMonths(today, -EXTRA_MONTHS),
    to: addMonths(today, EXTRA_MONTHS),
  },
];

/** Whole months that bring a day as near to today as they can without passing it. */
function monthsUntil(day: string, today: string): number {
  let months = 0;
  while (addMonths(day, months + 1) <= today) months += 1;
  while (addMonths(day, months) > today) months -= 1;
  return months;
}

/** Ids that are unique per installation become the journey's own. */
const ownIds = (journey: string, data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (name === 'person') return [name, `p-${journey}`];
      return name === 'placement' || name === 'contract'
        ? [name, `${String(value)}-${journey}`]
        : [name, value];
    }),
  );

function lineOf(journey: string, step: Step, months: number): JsonObject {
  const { id, happenedOn, by, data, ...rest } = commandOfStep(step, journey);
  return {
    type: 'command',
    ...rest,
    id: `${journey}.${id}`,
    happenedOn: addMonths(happenedOn, months),
    by: { ...by },
    data: dataLater(ownIds(journey, data), months),
  };
}

/** Journeys that stand after a random step of the ordinary way, some closed, some reopened, some corrected. */
export function cohort(count: number, seed: number, today: string): readonly Begun[] {
  const next = numbers(seed);
  return Array.from({ length: count }, (_none, index) => {
    const journey = `u${index}`;
    // Every place once before any comes again, so that no stage is missed.
    const place = 1 + (index < ORDINARY.length ? index : next(ORDINARY.length));
    const step = ORDINARY[place] ?? SETTLED;
    const months = monthsUntil(step.on, today);
    const told = ORDINARY.slice(0, place).map((row) => lineOf(journey, row, months));
    const last = told.at(-1);
    const on = typeof last?.happenedOn === 'string' ? last.happenedOn : today;
    const closed: Step = {
      label: 'close',
      command: 'close',
      on,
      by: COORDINATOR,
      data: { outcome: 'left', party: 'candidate', returnable: true },
    };
    const reopened: Step = {
      label: 'reopen',
      command: 'reopen',
      on,
      by: COORDINATOR,
      data: { reason: 'came back' },
    };
    const corrected: Step = {
      label: 'corrected',
      command: 'correct',
      on: today,
      by: COORDINATOR,
      data: {
        supersedes: `${journey}.give-consent`,
        happenedOn: addDays(addMonths(ORDINARY[1]?.on ?? '', months), 1),
        reason: 'misread',
      },
    };
    const kind = next(8);
    const extras =
      kind === 0 ? [closed] : kind === 1 ? [closed, reopened] : kind === 2 && place > 3 ? [corrected] : [];
    const goOn = [...(kind === 0 ? [reopened] : []), step];
    return {
      journey,
      person: {
        type: 'person',
        id: `p-${journey}`,
        givenName: 'Айжан',
        familyName: 'Токтосунова',
        bornOn: '2000-06-15',
        gender: 'female',
        nationality: 'KG',
      },
      before: [...told, ...extras.map((row) => lineOf(journey, row, 0))],
      after: goOn.map((row) => lineOf(journey, row, row === step ? months : 0)),
    };
  });
}
