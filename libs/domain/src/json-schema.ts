import { ID_MAX, type Field, type Fields } from './fields';
import type { JsonObject } from './json';

function schemaOf(field: Field): JsonObject {
  switch (field.kind) {
    case 'id':
      return {
        type: 'string',
        pattern: `^[A-Za-z0-9._-]{1,${field.max ?? ID_MAX}}$`,
        description: field.of === 'own' ? 'Own id' : `Id of a ${field.of}`,
      };
    case 'reference':
      return {
        type: 'string',
        pattern: '^[A-Za-z0-9._:-]{1,64}$',
        description: 'Reference id, kept as given',
      };
    case 'text':
      return {
        type: 'string',
        minLength: 1,
        maxLength: field.max ?? 4000,
        description: 'Free text; stored encrypted',
      };
    case 'title':
      return { type: 'string', minLength: 1, maxLength: 300 };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'number':
      return {
        type: 'number',
        minimum: field.min,
        maximum: field.max,
        ...(field.step === undefined ? {} : { multipleOf: field.step }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'code':
      return { type: 'string', enum: field.values };
    case 'language':
      return { type: 'string', pattern: '^[a-z]{2,3}$', description: 'ISO 639' };
    case 'country':
      return { type: 'string', pattern: '^[A-Z]{2}$', description: 'ISO 3166' };
    case 'zone':
      return { type: 'string', description: 'IANA time zone' };
    case 'list':
      return { type: 'array', minItems: field.min ?? 0, items: schemaOf(field.of) };
    case 'object':
      return jsonSchema(field.fields);
    case 'changes':
      return { type: 'object', description: 'Fields of the command it is about' };
  }
}

/** The JSON Schema (2020-12) of a set of fields: unknown ones are refused, as `checkFields` does. */
export function jsonSchema(fields: Fields): JsonObject {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.filter(([, field]) => field.optional !== true).map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, field]) => [name, schemaOf(field)])),
  };
}
