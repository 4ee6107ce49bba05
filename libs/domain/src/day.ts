/** A calendar day `YYYY-MM-DD` in the programme's time zone (domain.md, rule 2). Lexical order is date order. */
export type Day = string;
/** A point in time, RFC 3339 with zone; ours are UTC with milliseconds. */
export type Instant = string;
/** A calendar month `YYYY-MM`. */
export type Month = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DURATION = /^P(\d+)([DWMY])$/;
const MILLISECONDS_A_DAY = 86_400_000;

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const toDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** Swedes write dates as RFC 3339 does. */
const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day of an instant where no programme names its zone: in Berlin, one or two hours before midnight UTC, the next has begun. */
export const dayInBerlin = (instant: Date): Day => BERLIN.format(instant);

/** True for a day that the calendar has: 2024-02-29 is one, 2023-02-29 is not. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = utc(value);
  return !Number.isNaN(date.getTime()) && toDay(date) === value;
}

/** True for `YYYY-MM` with a month of 01 to 12. */
export const isMonth = (value: unknown): value is Month => typeof value === 'string' && MONTH.test(value);

/** True for a duration of one unit: `P21D`, `P2W`, `P6M`, `P1Y`. */
export const isDuration = (value: string): boolean => DURATION.test(value);

/** The calendar month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** `day` moved by `days` calendar days; negative moves back. */
export const addDays = (day: Day, days: number): Day =>
  toDay(new Date(utc(day).getTime() + days * MILLISECONDS_A_DAY));

/** `day` moved by calendar months; the 31st ends on the last day of a shorter month (domain.md §3.2, "Refine"). */
export function addMonths(day: Day, months: number): Day {
  const date = utc(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return toDay(first);
}

/** `day` plus `times` durations such as `P21D` or `P1M`. @throws RangeError for another form: a fault of template data. */
export function addDuration(day: Day, duration: string, times = 1): Day {
  const [, amount, unit] = DURATION.exec(duration) ?? [];
  if (amount === undefined) throw new RangeError(`Not a duration of one unit: ${duration}`);
  const count = Number(amount) * times;
  if (unit === 'D') return addDays(day, count);
  if (unit === 'W') return addDays(day, count * 7);
  return addMonths(day, unit === 'M' ? count : count * 12);
}

/** Days from `from` to `to`, both included. */
export const daysIncluded = (from: Day, to: Day): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / MILLISECONDS_A_DAY) + 1;

/** Every month from the first to the last, both included; none when they are the wrong way round. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthOf(addMonths(`${month}-01`, 1))) months.push(month);
  return months;
}

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** True from Monday to Friday: the calendar that is used where none of holidays is given. */
export const isWeekday = (day: Day): boolean => ![0, 6].includes(utc(day).getUTCDay());

/** The day itself, or the next one that the calendar works. */
export function nextWorkingDay(day: Day, isWorkingDay: (day: Day) => boolean): Day {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}
