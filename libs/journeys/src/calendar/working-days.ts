import type { Day, JsonObject } from '@lotse/domain';
import Holidays from 'date-holidays';
import { KYRGYZ_HOLIDAYS } from './kyrgyzstan';

/** Tells whether a calendar works on a day. */
export type WorkingDays = (day: Day) => boolean;

/** Nationwide German holidays: for a programme that names no calendar. */
const DEFAULT_CALENDAR = 'DE';
const WEEKEND: readonly number[] = [0, 6];

/** Days by calendar and year: made once, since a rule set takes milliseconds and is asked for each clock. */
const years = new Map<string, ReadonlySet<Day>>();
/** One function for each calendar, so that what was computed with it can be told to be the same. */
const calendars = new Map<string, WorkingDays>();

function rulesOf(calendar: string): Holidays {
  const [country = '', land] = calendar.split('-');
  if (country !== 'KG') return land === undefined ? new Holidays(country) : new Holidays(country, land);
  const holidays = new Holidays();
  for (const { rule, name } of KYRGYZ_HOLIDAYS) holidays.setHoliday(rule, { name, type: 'public' });
  return holidays;
}

function holidaysOf(calendar: string, year: number): ReadonlySet<Day> {
  const key = `${calendar}/${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const found = rulesOf(calendar)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  const days = new Set(found);
  years.set(key, days);
  return days;
}

/**
 * The calendar of a country or German Land, such as `DE-SN` or `KG`: Monday to Friday but public holidays.
 * Sources: date-holidays (its data are CC BY 3.0) and our own table for Kyrgyzstan.
 */
export function workingDaysOf(calendar: string): WorkingDays {
  const known = calendars.get(calendar);
  if (known !== undefined) return known;
  const works: WorkingDays = (day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return !WEEKEND.includes(weekday) && !holidaysOf(calendar, Number(day.slice(0, 4))).has(day);
  };
  calendars.set(calendar, works);
  return works;
}

/** The calendar in which a programme's authorities work: its `calendar`, else the nationwide German one. */
export const calendarOf = (programme: JsonObject | undefined): string =>
  typeof programme?.calendar === 'string' ? programme.calendar : DEFAULT_CALENDAR;

/** True for a calendar that there are holidays for. */
export const isCalendar = (calendar: string): boolean =>
  /^[A-Z]{2}(-[A-Z]{1,3})?$/.test(calendar) && holidaysOf(calendar, 2026).size > 0;
