import type { ValidationOptions } from 'class-validator';

/** The wording of a refused field, in the manner of the domain: `happenedOn must be …`. */
export const must = (words: string): ValidationOptions => ({ message: `$property must ${words}.` });
