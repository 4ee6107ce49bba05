import type { DataClassName } from './data-class';

/** Of whom a column tells. */
export type Subject = 'candidate' | 'account' | 'contact' | 'complainant' | 'none';

/** Why it is held (Art. 5(1)(b), 30 GDPR). */
export const PURPOSES = {
  placement: 'Carrying the journey: selection, placement, titles, work, integration',
  proof: 'Proving figures to funders',
  access: 'Signing in, and showing to each only their part',
  mail: 'Reminding people of what is due',
  accountability: 'Showing who saw and did what',
  complaint: 'Hearing complaints',
  operation: 'Running the installation',
} as const;
export type Purpose = keyof typeof PURPOSES;

/**
 * What an erasure does to a column. `key`: it is sealed, and unreadable once the person's key is destroyed. `delete`: the row goes.
 * `unlink`: an id that leads to nobody once everything else is gone, kept so that counts stay the same. `keep`: nothing of a person.
 */
export type EraseMethod = 'key' | 'delete' | 'unlink' | 'keep';

export interface ColumnNote {
  readonly subject: Subject;
  readonly dataClass: DataClassName;
  readonly purpose: Purpose;
  readonly erase: EraseMethod;
  /** True where the person gets it with an export of own data. */
  readonly exportable: boolean;
}

/** Notes of a table's columns by name. */
export type TableNotes = Readonly<Record<string, ColumnNote>>;
