import { addDays } from '../../i18n/dates';
import type { Entry } from './entries';

/** Signs that RFC 5545 keeps for itself. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
const BYTES = 73;

/** Lines of at most 75 octets, as RFC 5545 asks; a letter is never cut. */
function folded(line: string): string {
  const parts = [''];
  for (const letter of line) {
    const last = parts.at(-1) ?? '';
    if (new TextEncoder().encode(last + letter).length > BYTES) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts.join('\r\n ');
}
// oxlint-disable-next-line lotse/one-door -- a word of iCalendar, not of SQL
const begin = (part: 'VCALENDAR' | 'VEVENT'): string => `BEGIN:${part}`;
const plain = (day: string): string => day.replaceAll('-', '');

/** The entries as an iCalendar file of whole days. @param now instant of the file */
export const icsOf = (
  entries: readonly Entry[],
  titleOf: (entry: Entry) => string,
  now: Date = new Date(),
): string =>
  [
    begin('VCALENDAR'),
    'VERSION:2.0',
    'PRODID:-//Lotse//Calendar//EN',
    ...entries.flatMap((entry) => [
      begin('VEVENT'),
      `UID:${encodeURIComponent(entry.id)}@lotse`,
      `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${plain(entry.on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(entry.on, 1))}`,
      `SUMMARY:${escaped(titleOf(entry))}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
