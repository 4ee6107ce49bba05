import type { Json } from '@lotse/domain';

/** The text of a JSON value; empty for what is none. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
