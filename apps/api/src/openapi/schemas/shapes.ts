import type { JsonObject } from '@lotse/domain';

/** Small pieces of JSON Schema, so that the schemas of answers read as tables. */
export const text = (description: string): JsonObject => ({ type: 'string', description });
export const day = (description: string): JsonObject => ({ type: 'string', format: 'date', description });
export const instant = (description: string): JsonObject => ({
  type: 'string',
  format: 'date-time',
  description,
});
export const integer = (description: string): JsonObject => ({ type: 'integer', description });
export const number = (description: string): JsonObject => ({ type: 'number', description });
export const yesNo = (description: string): JsonObject => ({ type: 'boolean', description });
export const oneOf = (values: readonly string[], description: string): JsonObject => ({
  type: 'string',
  enum: values,
  description,
});
export const listOf = (items: JsonObject, description: string): JsonObject => ({
  type: 'array',
  items,
  description,
});
export const mapOf = (values: JsonObject, description: string): JsonObject => ({
  type: 'object',
  additionalProperties: values,
  description,
});
export const dayBy = (description: string): JsonObject =>
  mapOf({ type: 'string', format: 'date' }, description);

/** An object with an example; every property is there unless named as optional. */
export const object = (
  description: string,
  properties: Readonly<Record<string, JsonObject>>,
  { optional = [], example }: { readonly optional?: readonly string[]; readonly example?: JsonObject } = {},
): JsonObject => ({
  description,
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
  ...(example === undefined ? {} : { example }),
});
