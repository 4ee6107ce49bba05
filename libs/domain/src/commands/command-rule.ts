import { PURPOSES, type Purpose } from '../consents';
import type { Field, Fields } from '../fields';
import type { Role } from '../roles';

/** One command as data: who may give it, what it carries, what must stand before it. */
export interface CommandRule {
  readonly by: readonly Role[];
  /** The id field in `data` that names what the command is about. */
  readonly about?: 'placement' | 'contract';
  readonly fields: Fields;
  /** Guards of order: what must have happened on or before the day (domain.md, rule 2). */
  readonly after?: readonly string[];
  /** Guards of data and state. */
  readonly guards?: readonly string[];
  /** Taken in a closed journey too (domain.md, rule 11), or for these purposes alone. */
  readonly whenClosed?: true | readonly Purpose[];
  /** Status and stage facts are reversed or voided, never corrected (domain.md, rule 3). */
  readonly correctable: boolean;
}

export const id = (
  of: 'placement' | 'contract' | 'programme' | 'organisation' | 'agreement' | 'person' | 'command',
): Field => ({ kind: 'id', of });
export const REFERENCE: Field = { kind: 'reference' };
export const DAY: Field = { kind: 'day' };
export const TEXT: Field = { kind: 'text' };
export const BOOLEAN: Field = { kind: 'boolean' };
export const LANGUAGE: Field = { kind: 'language' };
export const EVIDENCE: Field = { kind: 'reference' };
export const code = (...values: readonly string[]): Field => ({ kind: 'code', values });
export const number = (min: number, max: number, step?: number): Field =>
  step === undefined ? { kind: 'number', min, max } : { kind: 'number', min, max, step };
export const list = (of: Field, min = 0): Field => ({ kind: 'list', of, min });
export const optional = (field: Field): Field => ({ ...field, optional: true });
/** Half days of a month: 0 to 31 in steps of one half. */
export const HALF_DAYS: Field = number(0, 31, 0.5);
/** Routes of domain.md §3.3. */
export const ROUTE: Field = code('16e', '15-6', '16b', '18a', '18b', '18g', '19c-2', '16d', '20a');
/** What a consent is for. */
export const PURPOSE: Field = { kind: 'code', values: PURPOSES };
export const SIDE: Field = code('candidate', 'university', 'company', 'authority', 'programme');
