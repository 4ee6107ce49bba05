import { addMonths, isDay, isJsonObject, isMonth, type Json, type JsonObject } from '@lotse/domain';

/** Days and months in a value, so many months later; versions of texts, which look alike, stay. */
function later(value: Json | undefined, months: number, name = ''): Json {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => later(item, months, name));
  if (isJsonObject(value)) return dataLater(value, months);
  if (typeof value !== 'string' || name === 'consentVersion') return value;
  if (isDay(value)) return addMonths(value, months);
  return isMonth(value) ? addMonths(`${value}-01`, months).slice(0, 7) : value;
}

/** The days keep their place in the month, and months stay whole months. */
export const dataLater = (data: JsonObject, months: number): JsonObject =>
  Object.fromEntries(Object.entries(data).map(([name, item]) => [name, later(item, months, name)]));
