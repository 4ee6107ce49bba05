import { ACCOUNT_TABLES } from './catalogue/accounts';
import { JOURNEY_TABLES } from './catalogue/journeys';
import { OPERATION_TABLES } from './catalogue/operation';
import { PEOPLE_TABLES } from './catalogue/people';
import type { TableNotes } from './column-note';

/** Every column of every table; a test compares it with the database and fails on one that is missing or too many. */
export const COLUMN_NOTES: Readonly<Record<string, TableNotes>> = {
  ...JOURNEY_TABLES,
  ...PEOPLE_TABLES,
  ...ACCOUNT_TABLES,
  ...OPERATION_TABLES,
};
