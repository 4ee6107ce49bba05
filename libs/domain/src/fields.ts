import { isDay, isMonth } from './day';
import { isJsonObject, type Json } from './json';

/** Kinds of a record that an id may point to. */
export type RecordKind = 'programme' | 'organisation' | 'agreement' | 'person';
/** What an id names; placements and contracts live inside journeys. */
export type IdOf = RecordKind | 'placement' | 'contract' | 'command' | 'journey' | 'own';

/**
 * One field of a command or record, as data. Validation, the wording of refusals, encryption (`text` is free text and
 * is sealed with the person's key) and the OpenAPI schema are all derived from it.
 */
export type Field = (
  | { readonly kind: 'id'; readonly of: IdOf; readonly max?: number }
  | { readonly kind: 'reference' }
  | { readonly kind: 'text'; readonly max?: number }
  | { readonly kind: 'title' }
  | { readonly kind: 'day' }
  | { readonly kind: 'month' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'code'; readonly values: readonly string[] }
  | { readonly kind: 'language' }
  | { readonly kind: 'country' }
  | { readonly kind: 'zone' }
  | { readonly kind: 'list'; readonly of: Field; readonly min?: number }
  | { readonly kind: 'object'; readonly fields: Fields }
  | { readonly kind: 'changes' }
) & { readonly optional?: true };
export type Fields = Readonly<Record<string, Field>>;

/** One thing wrong with one field; `field` is a dotted path such as `data.month`. */
export interface FieldFault {
  readonly field: string;
  readonly remedy: string;
}

const ID = /^[A-Za-z0-9._-]+$/;
/** Characters of an id, unless its field says otherwise. */
export const ID_MAX = 64;
const REFERENCE = /^[A-Za-z0-9._:-]{1,64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const TEXT_MAX = 4_000;
const TITLE_MAX = 300;

/** Text that neither PostgreSQL nor UTF-8 can hold is refused before anything else looks at it. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

const isInstant = (value: string): boolean =>
  INSTANT.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
const onStep = (value: number, step: number | undefined): boolean =>
  step === undefined || Number.isInteger(value / step);
/** Characters are code points, as in JSON Schema's `maxLength`. */
const isPlainText = (value: Json, max: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && Array.from(value).length <= max;

/** Says what the field must be, in words for a person; undefined when the value is right. */
function expectation(field: Field, value: Json): string | undefined {
  const must = (holds: boolean, words: string): string | undefined => (holds ? undefined : words);
  const matches = (pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
  switch (field.kind) {
    case 'id':
      return must(
        matches(ID) && typeof value === 'string' && value.length <= (field.max ?? ID_MAX),
        `must be an id of 1 to ${field.max ?? ID_MAX} letters, digits, ".", "_" or "-"`,
      );
    case 'reference':
      return must(matches(REFERENCE), 'must be a reference of 1 to 64 letters, digits, ".", "_", "-" or ":"');
    case 'text':
      return must(
        isPlainText(value, field.max ?? TEXT_MAX),
        `must be text of 1 to ${field.max ?? TEXT_MAX} characters`,
      );
    case 'title':
      return must(isPlainText(value, TITLE_MAX), `must be text of 1 to ${TITLE_MAX} characters`);
    case 'day':
      return must(isDay(value), 'must be a day that exists, written YYYY-MM-DD');
    case 'month':
      return must(isMonth(value), 'must be a month, written YYYY-MM');
    case 'instant':
      return must(typeof value === 'string' && isInstant(value), 'must be an RFC 3339 instant with a zone');
    case 'number':
      return must(
        typeof value === 'number' && value >= field.min && value <= field.max && onStep(value, field.step),
        `must be a number from ${field.min} to ${field.max}${field.step ? ` in steps of ${field.step}` : ''}`,
      );
    case 'boolean':
      return must(typeof value === 'boolean', 'must be true or false');
    case 'code':
      return must(
        typeof value === 'string' && field.values.includes(value),
        `must be one of ${field.values.join(', ')}`,
      );
    case 'language':
      return must(matches(/^[a-z]{2,3}$/), 'must be an ISO 639 language code such as ky');
    case 'country':
      return must(matches(/^[A-Z]{2}$/), 'must be an ISO 3166 country code such as KG');
    case 'zone':
      return must(
        matches(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/),
        'must be an IANA time zone such as Europe/Berlin',
      );
    case 'list':
      return must(
        Array.isArray(value) && value.length >= (field.min ?? 0),
        `must be a list of at least ${field.min ?? 0}`,
      );
    case 'object':
    case 'changes':
      return must(isJsonObject(value), 'must be an object');
  }
}

function faultsOf(path: string, field: Field, value: Json): FieldFault[] {
  const wrong = expectation(field, value);
  if (wrong !== undefined) return [{ field: path, remedy: `${path} ${wrong}.` }];
  if (typeof value === 'string' && !isStorable(value))
    return [{ field: path, remedy: `${path} must not hold NUL or half of a surrogate pair.` }];
  if (field.kind === 'list' && Array.isArray(value))
    return (value as readonly Json[]).flatMap((item, index) => faultsOf(`${path}.${index}`, field.of, item));
  if (field.kind === 'object' && isJsonObject(value)) return checkFields(field.fields, value, path);
  return [];
}

/** Every fault of an object: unknown and missing fields, wrong types and ranges. Empty when it is right. */
export function checkFields(
  fields: Fields,
  value: Readonly<Record<string, Json | undefined>>,
  path = '',
): FieldFault[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const known = Object.keys(fields);
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ field: at(name), remedy: `Remove ${at(name)}: known here are ${known.join(', ')}.` }));
  const wrong = Object.entries(fields).flatMap(([name, field]) => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined) return faultsOf(at(name), field, given);
    return field.optional ? [] : [{ field: at(name), remedy: `Give ${at(name)}: it is required.` }];
  });
  return [...unknown, ...wrong];
}
