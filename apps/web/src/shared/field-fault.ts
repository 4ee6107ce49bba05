import type { FieldSchema } from './command-schema';

/** What is wrong with what was typed, as a key of `common:fault`, with what it names. */
export type FieldFault =
  | { readonly key: 'missing' | 'day' | 'choice' | 'list' | 'other' }
  | { readonly key: 'number'; readonly min: number; readonly max: number };

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Why the API has refused a field, by its schema: the API says so in English, and a reader is told in their own language. */
export function fieldFault(schema: FieldSchema | undefined, value: unknown): FieldFault {
  if (isEmpty(value)) return { key: 'missing' };
  if (schema?.format === 'date') return { key: 'day' };
  if (schema?.enum !== undefined) return { key: 'choice' };
  if (schema?.type === 'array') return { key: 'list' };
  if (schema?.type === 'number' && schema.minimum !== undefined && schema.maximum !== undefined)
    return { key: 'number', min: schema.minimum, max: schema.maximum };
  return { key: 'other' };
}
