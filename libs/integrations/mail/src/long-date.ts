import type { Day } from '@lotse/domain';
import type { Language } from '@lotse/journeys';

/** Not every system has Kyrgyz month names, and one without them answers in English and says nothing. */
const KYRGYZ_MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];
const LOCALES = { de: 'de-DE', en: 'en-GB', ru: 'ru-RU' } as const;

/** A day in words, such as `5. März 2026` or `2026-жыл, 5-март`. */
export function longDate(language: Language, day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (language === 'ky')
    return `${date.getUTCFullYear()}-жыл, ${date.getUTCDate()}-${KYRGYZ_MONTHS[date.getUTCMonth()]}`;
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
