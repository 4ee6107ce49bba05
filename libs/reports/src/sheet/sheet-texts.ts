import type { Day, Instant } from '@lotse/domain';
import type { SheetLanguage } from './sheet-document';

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;

/** `31.01.2025` or `31 January 2025`. */
export const dayText = (language: SheetLanguage, day: Day): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...(language === 'de' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : { dateStyle: 'long' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** An instant on the programme's own clock, with the zone. */
export const instantText = (language: SheetLanguage, timeZone: string, instant: Instant): string =>
  `${new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone,
  }).format(new Date(instant))} (${timeZone})`;

/** A number as it is written in the language: `100,17` in German. */
export const numberText = (language: SheetLanguage, shown: string): string =>
  language === 'de' ? shown.replace('.', ',') : shown;
