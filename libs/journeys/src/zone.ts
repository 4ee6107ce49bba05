import type { Day, Instant, JsonObject } from '@lotse/domain';
import { Temporal } from 'temporal-polyfill';

/** The zone of a programme that names none (domain.md, rule 2). */
const DEFAULT_ZONE = 'Europe/Berlin';

/** The IANA zone in which a programme counts its days. */
export const zoneOf = (programme: JsonObject | undefined): string =>
  typeof programme?.timeZone === 'string' ? programme.timeZone : DEFAULT_ZONE;

/** Since 1972 days begin and clocks change on full quarters of an hour everywhere. */
const QUARTER_MS = 15 * 60_000;

const MOST_KEPT = 20_000;
/** What a zone says never changes, and every command asks for its own day. */
const days = new Map<string, Day>();

/** The calendar day of an instant in a zone. @throws RangeError for an unknown zone */
export function dayIn(zone: string, instant: Date): Day {
  const key = `${zone}/${Math.floor(instant.getTime() / QUARTER_MS)}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const moment = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  const day = moment.toZonedDateTimeISO(zone).toPlainDate().toString();
  if (days.size >= MOST_KEPT) days.clear();
  days.set(key, day);
  return day;
}

/** Ends of days by zone: every command lists those of all its clocks, and they never change. */
const ends = new Map<string, Instant>();

/**
 * The first instant after a day in a zone, UTC: what was due on that day is late from here on. Where the clocks change at
 * midnight it is the first moment the next day has. @throws RangeError for an unknown zone
 */
export function endOfDay(zone: string, day: Day): Instant {
  const key = `${zone}/${day}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  const end = new Date(next.epochMilliseconds).toISOString();
  if (ends.size >= MOST_KEPT) ends.clear();
  ends.set(key, end);
  return end;
}

/** True for a zone that this machine's time zone data has. */
export function isZone(zone: string): boolean {
  try {
    dayIn(zone, new Date(0));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
