import type { JsonObject } from '@lotse/domain';
import type { Sender } from '../answer';
import { putRecord, type RecordAnswer, type RecordTerms, type Registry } from './put-record';
import {
  listRecords,
  versionsOfRecord,
  type RecordPage,
  type RecordQuery,
  type RecordVersion,
} from './read-records';
import type { Proposed } from './second-person';
import { strikeRecord, type RecordStriking, type StrikeAnswer } from './strike-record';

export type RecordOfProgramme = RecordQuery['type'];

/** Types of records that belong to a programme and are entered one by one. */
export const RECORDS_OF_PROGRAMMES = [
  'agreement',
  'engagement',
  'intention',
  'partnership',
  'trip',
  'interview',
  'material',
  'event',
  'measure',
  'target',
] as const satisfies readonly RecordOfProgramme[];

/** Records beside journeys: trips, interviews, materials, events, what companies intend, targets. */
export interface Records {
  /** Enters a version of a record; see `putRecord`. It stays in its programme; what a signed report counts is changed by two. */
  putRecord(
    type: RecordOfProgramme,
    line: JsonObject,
    sender: Sender,
    terms?: Pick<RecordTerms, 'expectedVersion'>,
  ): Promise<RecordAnswer | Proposed>;
  /** Takes a record out from now on; see `strikeRecord`. */
  strikeRecord(
    striking: RecordStriking,
    sender: Sender,
    terms?: Pick<RecordTerms, 'expectedVersion'>,
  ): Promise<StrikeAnswer>;
  listRecords(query: RecordQuery): Promise<RecordPage>;
  versionsOfRecord(
    key: Pick<RecordQuery, 'type' | 'programme'> & { readonly id: string },
  ): Promise<readonly RecordVersion[]>;
}

export const createRecords = (registry: Registry): Records => ({
  putRecord: (type, line, sender, terms = {}) =>
    putRecord(registry, type, line, sender, { ...terms, single: true }),
  strikeRecord: (striking, sender, terms) => strikeRecord(registry, striking, sender, terms),
  listRecords: (query) => listRecords(registry, query),
  versionsOfRecord: (key) => versionsOfRecord(registry, key),
});
