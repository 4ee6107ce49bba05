/** What crosses a process or stands in a fact: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for an object that is neither null nor an array. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that was checked to be text, with its type; empty when it is something else or absent. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
