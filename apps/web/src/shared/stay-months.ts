import { addDays } from '../i18n/dates';
import type { components } from '../api/generated/schema';

type Placement = components['schemas']['PlacementState'];
export type Stay = Pick<Placement, 'startedOn' | 'ended' | 'months'>;

const monthOf = (day: string): string => day.slice(0, 7);
const firstOf = (month: string): string => `${month}-01`;
const nextMonth = (month: string): string => monthOf(addDays(firstOf(month), 31));
const lastDayOf = (month: string): string => addDays(firstOf(nextMonth(month)), -1);

/** Months of a stay that have begun and are not confirmed, the earliest first. */
export function openMonths({ startedOn, ended, months }: Stay, today: string): readonly string[] {
  if (startedOn === undefined) return [];
  const last = ended !== undefined && ended.lastDay < today ? ended.lastDay : today;
  const open: string[] = [];
  for (let month = monthOf(startedOn); month <= monthOf(last); month = nextMonth(month))
    if (months[month] !== 'confirmed') open.push(month);
  return open;
}

/** Those of them that are over: they wait for their confirmation. */
export const dueMonths = (stay: Stay, today: string): readonly string[] =>
  openMonths(stay, today).filter(
    (month) => lastDayOf(month) <= today || (stay.ended !== undefined && stay.ended.lastDay <= today),
  );

/** Mondays to Fridays of a month within the stay; what a mentor begins from. */
export function workdaysOf(month: string, { startedOn, ended }: Stay): number {
  let count = 0;
  for (let day = firstOf(month); monthOf(day) === month; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const within = (startedOn ?? day) <= day && day <= (ended?.lastDay ?? day);
    if (within && weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}
