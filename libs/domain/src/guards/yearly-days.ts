import type { OtherPlacement } from '../context';
import { addDays, isWeekday, laterOf, type Day } from '../day';
import type { RulePack, YearlyDays } from '../packs/rule-pack';
import type { JourneyState, Placement } from '../state';

const WORKING_DAYS_A_WEEK = 5;
/** A full day counts as two half ones. */
const HALVES = 2;

type Work = Pick<OtherPlacement, 'from' | 'to' | 'hoursPerWeek'>;

const isHalf = ({ hoursPerWeek }: Work, { halfDayHours }: YearlyDays): boolean =>
  hoursPerWeek > 0 && hoursPerWeek <= halfDayHours * WORKING_DAYS_A_WEEK;

/** Half days from Monday to Friday by calendar year: holidays are not taken off, since nobody knows the company's plan. */
function halfDaysByYear(work: Work, rule: YearlyDays, into: Map<string, number>): void {
  const each = isHalf(work, rule) ? 1 : HALVES;
  for (let day: Day = laterOf(work.from, rule.from); day <= work.to; day = addDays(day, 1)) {
    const year = day.slice(0, 4);
    if (isWeekday(day)) into.set(year, (into.get(year) ?? 0) + each);
  }
}

/** A stay that students of this route may not take, because its year has too many days of work with it. */
export interface TooManyDays {
  readonly year: string;
  /** Full days, halves included. */
  readonly planned: number;
  readonly allowed: number;
}

/**
 * The first calendar year in which a placement and the person's others of its route pass the days that students may work
 * (§ 16b AufenthG). What the curriculum requires does not count; an ended stay counts to its last day.
 */
export function yearWithTooManyDays(
  pack: RulePack,
  terms: Placement,
  state: JourneyState,
  others: readonly OtherPlacement[],
): TooManyDays | undefined {
  const rule = pack.yearlyDays.find(({ route }) => route === terms.route);
  if (rule === undefined || terms.mandatory === true) return undefined;
  const own = Object.values(state.placements)
    .filter(({ id, route, mandatory }) => id !== terms.id && route === terms.route && mandatory !== true)
    .filter(({ cancelledOn, ended }) => cancelledOn === undefined && ended?.how !== 'no-show')
    .map((other) => ({ ...other, to: other.ended?.lastDay ?? other.to }));
  const years = new Map<string, number>();
  halfDaysByYear(terms, rule, years);
  const asked = [...years.keys()];
  for (const other of [...own, ...others.filter(({ route }) => route === terms.route)])
    halfDaysByYear(other, rule, years);
  const year = asked.find((candidate) => (years.get(candidate) ?? 0) > rule.halfDays);
  return year === undefined
    ? undefined
    : { year, planned: (years.get(year) ?? 0) / HALVES, allowed: rule.fullDays };
}
