import { addMonths, daysIncluded } from '../day';
import { addFractions, fraction, shareOfMonth, type Fraction } from '../fraction';
import { isJsonObject, textOf, type JsonObject } from '../json';
import { byKey, type CountedFact } from './conditions';
import type { MonthMeasure } from './indicator';
import { changesOfUnit, NONE, type Change, type Subject } from './unit-changes';

const MONTHS = ['confirm-month', 'contest-month'];
const WEEKS = ['reserve-placement', 'amend-placement'];
export const KINDS_OF_MONTHS: readonly string[] = [...MONTHS, ...WEEKS];

/** Numbers of facts have at most two decimals. */
const exact = (value: number): Fraction => fraction(BigInt(Math.round(value * 100)), 100n);
const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

const numberIn = (data: JsonObject, field: string): Fraction => {
  const value = data[field];
  return typeof value === 'number' ? exact(value) : NONE;
};

/** Absences of one kind, added up. */
const absentDays = ({ absences }: JsonObject, kind: string): Fraction =>
  (Array.isArray(absences) ? absences : [])
    .filter(isJsonObject)
    .filter((absence) => absence.kind === kind)
    .reduce((sum, absence) => addFractions(sum, numberIn(absence, 'days')), NONE);

/** Hours of the placement's week for every seven days of the month. */
function plannedHours(month: string, facts: readonly CountedFact[]): Fraction {
  const week = facts.findLast(({ data }) => typeof data.hoursPerWeek === 'number');
  const first = `${month}-01`;
  const days = daysIncluded(first, addMonths(first, 1)) - 1;
  return times(week === undefined ? NONE : numberIn(week.data, 'hoursPerWeek'), fraction(BigInt(days), 7n));
}

function measured(measure: MonthMeasure, month: string, facts: readonly CountedFact[]): Fraction {
  const last = facts.findLast(({ kind }) => MONTHS.includes(kind));
  if (last?.kind !== 'confirm-month') return NONE;
  const { data } = last;
  if ('field' in measure) return numberIn(data, measure.field);
  if ('absent' in measure) return absentDays(data, measure.absent);
  const planned = plannedHours(month, facts);
  if (measure.hours === 'planned') return Number(data.plannedDays) === 0 ? NONE : planned;
  return times(planned, shareOfMonth(Number(data.workedDays), Number(data.plannedDays)));
}

/** Of each month of a placement what its last confirmation says, and nothing while it is contested. */
export function monthsOfPlacements(measure: MonthMeasure, { facts }: Pick<Subject, 'facts'>): Change[] {
  const own = facts.filter(({ kind }) => KINDS_OF_MONTHS.includes(kind));
  const placements = byKey(own, ({ journey, data }) => `${journey}/${textOf(data.placement)}`);
  return [...placements].flatMap(([placement, ofPlacement]) => {
    const confirmed = ofPlacement.filter(({ kind }) => MONTHS.includes(kind));
    const weeks = ofPlacement.filter(({ kind }) => WEEKS.includes(kind));
    return [...byKey(confirmed, ({ data }) => textOf(data.month))].flatMap(([month, ofMonth]) => {
      const inOrder = ofPlacement.filter((fact) => weeks.includes(fact) || ofMonth.includes(fact));
      return changesOfUnit(`${placement}/${month}`, inOrder, (until) => measured(measure, month, until));
    });
  });
}
