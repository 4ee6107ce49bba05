import { RECORD_LINES, STRIKE_REASONS, type Fields, type JsonObject } from '@lotse/domain';
import { RECORD_DOORS, type RecordPath } from '../../records/record-doors';
import { describedSchema, examplesOf } from '../field-schemas';
import { LINE_WORDS } from './import.schemas';
import { instant, integer, listOf, object, oneOf, text } from './shapes';

/** Name of the schema of a record's body. */
export const bodyNameOf = (path: RecordPath): string => {
  const type = RECORD_DOORS[path];
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}Record`;
};

/** What the address says is no part of the body. */
function bodyFields(path: RecordPath): Fields {
  const fields: Fields = RECORD_LINES[RECORD_DOORS[path]];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'id' && name !== 'programme'));
}

const bodySchema = (path: RecordPath): JsonObject => ({
  ...describedSchema(bodyFields(path)),
  description: LINE_WORDS[RECORD_DOORS[path]],
  example: examplesOf(bodyFields(path)),
});

/** Records that are entered one by one, and how they are answered. */
export const recordSchemas = (): JsonObject => ({
  ...Object.fromEntries(
    (Object.keys(RECORD_DOORS) as RecordPath[]).map((path) => [bodyNameOf(path), bodySchema(path)]),
  ),
  RecordEntered: object(
    'What became of the record.',
    {
      id: text('Id.'),
      result: oneOf(
        ['accepted', 'unchanged', 'proposed'],
        'Whether it is a new version; proposed: a second person has to say the same.',
      ),
      version: integer('The new version, or the newest one that is equal.'),
      report: text('The signed report that counts it, for the sake of which a second person is needed.'),
    },
    { optional: ['report'], example: { id: 'trip-1', result: 'accepted', version: 1 } },
  ),
  RecordPage: object(
    'Versions of records.',
    {
      programme: text('Programme.'),
      records: listOf(
        object(
          'One version.',
          {
            id: text('Id.'),
            version: integer('Version, from 1.'),
            recordedAt: instant('When it was recorded.'),
            body: { type: 'object', description: 'The record, as far as the asker may see it.' },
            struck: oneOf(STRIKE_REASONS, 'Why it is struck out from this version on.'),
          },
          { optional: ['struck'] },
        ),
        'By id, or by version.',
      ),
      next: text('Give it as after for the next page; absent on the last one.'),
    },
    {
      optional: ['next'],
      example: {
        programme: 'kg-glass-2023',
        records: [
          {
            id: 'material-1',
            version: 1,
            recordedAt: '2024-03-01T10:00:00.000Z',
            body: {
              id: 'material-1',
              programme: 'kg-glass-2023',
              kind: 'website',
              title: 'Webseite',
              on: '2024-03-01',
            },
          },
        ],
      },
    },
  ),
});
