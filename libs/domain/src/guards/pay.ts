import { addMonths, daysIncluded, laterOf, type Day } from '../day';
import { lastDayOfMonths, packOn } from '../packs/pack-on';
import type { PayFloor } from '../packs/rule-pack';
import type { Contract, JourneyState, Placement } from '../state';

/** Weeks of a year over its months: what turns hours a week into hours a month. */
const WEEKS_A_MONTH = 52 / 12;

/** Yearly pay: twelve months and the fixed extras (domain.md §3.2). */
export const yearlyPay = ({ monthlyGrossEur, fixedExtrasEur = 0 }: Contract): number =>
  Math.round((12 * monthlyGrossEur + fixedExtrasEur) * 100) / 100;

/** The day both had signed; undefined while one has not. */
export const concludedOn = ({ signatures: { company, candidate } }: Contract): Day | undefined =>
  company === undefined || candidate === undefined ? undefined : laterOf(company, candidate);

/** The lowest pay of the route chosen for the second stay under the law of a day; undefined where the law sets none. */
export function payFloorOn(state: JourneyState, day: Day): PayFloor | undefined {
  const route = state.stays['2']?.route;
  if (route === undefined) return undefined;
  const { payFloors } = packOn(day).pack;
  const of = (code: string): PayFloor | undefined => payFloors.find((floor) => floor.route === code);
  return of(`${route.code}-${route.variant ?? ''}`) ?? of(route.code);
}

/** Lowest monthly pay of an internship that nobody requires and that lasts over three months (§ 22 MiLoG); else undefined. */
export function internshipFloorEur(
  { from, to, hoursPerWeek, mandatory }: Placement,
  day: Day,
): number | undefined {
  const { pack } = packOn(day);
  if (mandatory !== false || to <= lastDayOfMonths(from, pack.minimumWageFromMonths)) return undefined;
  return Math.round(pack.minimumWageEur * hoursPerWeek * WEEKS_A_MONTH * 100) / 100;
}

/** Whole months of a stay, a rest of days counted by thirty (§ 191 BGB). */
export function monthsOfStay(from: Day, to: Day): number {
  let months = 0;
  while (lastDayOfMonths(from, months + 1) <= to) months += 1;
  const rest = addMonths(from, months);
  return months + (rest <= to ? daysIncluded(rest, to) / 30 : 0);
}
