import { isError, safeError } from './safe-error';

/** Fields that hold secrets or what people wrote, wherever they stand. A log line is about codes and ids. */
const NEVER = new Set(
  [
    'authorization cookie password secret token tasktoken apikey masterkey lotse_master_key database_url',
    'name firstname lastname familyname givenname bornon birthdate email phone address passport',
    'text note notes reason comment message body data detail details payload query parameters stack stacktrace',
  ].flatMap((line) => line.split(' ')),
);
const DEEPEST = 4;

/** The fields of a log line with errors reduced to kind and place, and fields that may be personal replaced by `[redacted]`. */
export function redact(fields: object): Record<string, unknown> {
  return redactEntries(fields, 1);
}

const redactEntries = (fields: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      NEVER.has(key.toLowerCase()) ? '[redacted]' : redactValue(value, depth),
    ]),
  );

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (isError(value)) return safeError(value);
  if (value instanceof Date) return value;
  if (depth >= DEEPEST || Buffer.isBuffer(value)) return '[omitted]';
  return Array.isArray(value)
    ? value.map((item: unknown) => redactValue(item, depth + 1))
    : redactEntries(value, depth + 1);
}
