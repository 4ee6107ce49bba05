import { monthOf, type Day } from '../day';
import { textOf } from '../json';
import type { CountedFact } from '../indicators/conditions';
import type { Subject } from '../indicators/unit-changes';
import type { Unit } from '../indicators/indicator';

/** What is not known of a unit in a dimension: so that splits sum to the total. */
export const UNKNOWN = 'unknown';

/**
 * Where a change of a figure stands in each dimension that is kept with it. `company` and `site` are empty where the unit has none of
 * its own: they are then those of the person on the day that is asked for, as the stage is (see `WHEREABOUTS`).
 */
export interface FigureCell {
  readonly university: string;
  readonly gender: string;
  readonly ageBand: string;
  readonly country: string;
  /** Month of the first nomination. */
  readonly cohort: string;
  readonly company: string;
  readonly site: string;
}

/** No id and no code holds it. */
const BETWEEN = '\u0000';

/** The same text for the same cell, and for no other. */
export const cellText = ({
  university,
  gender,
  ageBand,
  country,
  cohort,
  company,
  site,
}: FigureCell): string => [university, gender, ageBand, country, cohort, company, site].join(BETWEEN);

/** The person's own cells: one for every university, since a person may come back from another one. */
export interface PersonCells {
  /** The cell of a day; before the first nomination that of the first. */
  on(day: Day): FigureCell;
  /** Days from which it is another one. */
  readonly moves: readonly Day[];
}

export function personCells({ facts, traits }: Subject): PersonCells {
  const nominations = facts.filter(({ kind }) => kind === 'nominate');
  const cell = (university: string): FigureCell => ({
    university,
    gender: traits.gender,
    ageBand: traits['age-band'],
    country: traits.country,
    cohort: nominations[0] === undefined ? UNKNOWN : monthOf(nominations[0].happenedOn),
    company: '',
    site: '',
  });
  const cells = nominations.map(({ happenedOn, data }) => ({
    from: happenedOn,
    cell: cell(textOf(data.university) || UNKNOWN),
  }));
  const first = cells[0]?.cell ?? cell(UNKNOWN);
  return {
    on: (day) => cells.findLast(({ from }) => from <= day)?.cell ?? first,
    moves: cells.slice(1).flatMap(({ from }) => from),
  };
}

type Place = Pick<FigureCell, 'company' | 'site'>;

const AS_THE_PERSON: Place = { company: '', site: '' };

/** Company and site of the object that a fact is about. */
function placeOf(fact: CountedFact | undefined, facts: readonly CountedFact[]): Place {
  if (fact === undefined) return AS_THE_PERSON;
  const made = (kind: string, field: 'placement' | 'contract'): CountedFact | undefined =>
    fact.data[field] === undefined
      ? undefined
      : facts.find(
          (one) => one.kind === kind && one.journey === fact.journey && one.data[field] === fact.data[field],
        );
  const from = made('reserve-placement', 'placement') ?? made('prepare-contract', 'contract');
  if (from === undefined) return AS_THE_PERSON;
  return { company: textOf(from.data.company) || UNKNOWN, site: textOf(from.data.site) || UNKNOWN };
}

/** Whether a fact says something of the month of a placement that a unit is. */
export const isOfPlacementMonth = ({ kind, journey, data }: CountedFact, unit: string): boolean =>
  ['confirm-month', 'contest-month'].includes(kind) &&
  unit === `${journey}/${textOf(data.placement)}/${textOf(data.month)}`;

/** Company and site that a unit has of its own. */
export function placeOfUnit(unitOf: Unit, unit: string, facts: readonly CountedFact[]): Place {
  if (unitOf === 'person') return AS_THE_PERSON;
  if (unitOf === 'company') return { company: unit, site: '' };
  if (unitOf === 'site') return { company: '', site: unit };
  const about = (fact: CountedFact): boolean => {
    if (unitOf === 'fact') return unit === `${fact.journey}/${fact.version}`;
    if (unitOf === 'person-month')
      return (
        ['confirm-month', 'contest-month'].includes(fact.kind) && unit.endsWith(`/${textOf(fact.data.month)}`)
      );
    if (unitOf === 'placement-month') return isOfPlacementMonth(fact, unit);
    if (unitOf === 'due') return unit.startsWith(`${fact.journey}/${fact.version}/`);
    return unit === `${fact.journey}/${textOf(fact.data[unitOf])}`;
  };
  return placeOf(facts.findLast(about), facts);
}
