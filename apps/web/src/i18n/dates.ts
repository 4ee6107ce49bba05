import { useTranslation } from 'react-i18next';
import { KY_MONTHS, KY_SHORT_MONTHS } from './months';

/** Days are calendar days, `YYYY-MM-DD`; counted in UTC so that no zone of the browser moves them. */
const DAY_MS = 86_400_000;
const dateOf = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** Whole days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);

export const addDays = (day: string, days: number): string =>
  new Date(dateOf(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** Today where the browser is. Where the programme's own today is known, take that. */
export function todayHere(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
}

/** What a formatter shows of a day. */
const FORMS = {
  day: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Kept: to make one costs more than to show a hundred days by it, and a table shows hundreds. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(form: keyof typeof FORMS, language: string): Intl.DateTimeFormat {
  const key = `${form}/${language}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, FORMS[form]);
  formatters.set(key, made);
  return made;
}

/** `3 Mar 2026` in the reader's language. */
export function shortDay(day: string, language: string): string {
  const date = dateOf(day);
  if (language === 'ky')
    return `${date.getUTCFullYear()}-ж., ${date.getUTCDate()}-${KY_SHORT_MONTHS[date.getUTCMonth()] ?? ''}`;
  return formatterOf('day', language).format(date);
}

/** `March 2026` for `2026-03`. */
export function monthName(month: string, language: string): string {
  const date = dateOf(`${month}-01`);
  if (language === 'ky') return `${date.getUTCFullYear()}-ж. ${KY_MONTHS[date.getUTCMonth()] ?? ''}`;
  return formatterOf('month', language).format(date);
}

/** Time of day of an instant, with its day. */
function instantText(instant: string, language: string): string {
  const at = new Date(instant);
  const time = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  return `${shortDay(instant, language)}, ${time}`;
}

export interface DayWords {
  readonly day: (day: string) => string;
  readonly month: (month: string) => string;
  readonly instant: (instant: string) => string;
  /** `in 6 days`, `today`, `4 days late`. */
  readonly distance: (day: string, today?: string) => string;
}

/** Days in words of the reader's language. */
export function useDays(): DayWords {
  const { t, i18n } = useTranslation('common');
  return {
    day: (day) => shortDay(day, i18n.language),
    month: (month) => monthName(month, i18n.language),
    instant: (instant) => instantText(instant, i18n.language),
    distance: (day, today = todayHere()) => {
      const days = daysBetween(today, day);
      if (days === 0) return t('days.today');
      return days > 0 ? t('days.ahead', { count: days }) : t('days.late', { count: -days });
    },
  };
}
