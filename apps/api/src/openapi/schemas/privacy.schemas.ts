import type { JsonObject } from '@lotse/domain';
import { day, instant, integer, listOf, mapOf, object, oneOf, text, yesNo } from './shapes';

const ids = (description: string): JsonObject => listOf(text('Id.'), description);

const RECEIPT = object('What an erasure did: ids and counts.', {
  erasure: text('Id of the erasure.'),
  person: text('Whose data.'),
  persons: ids('With other records of the same person.'),
  journeys: ids('Journeys of the person.'),
  cause: oneOf(['request', 'retention', 'restore'], 'Why.'),
  requestedBy: text('Account.'),
  erasedAt: instant('When.'),
  complete: yesNo('Whether nothing is left to do.'),
  lines: listOf(
    object(
      'One store.',
      {
        store: oneOf(['database', 'files', 'ledger-file', 'temporal'], 'Where.'),
        table: text('Table of the database.'),
        what: oneOf(
          [
            'rows-deleted',
            'values-emptied',
            'keys-destroyed',
            'contents-removed',
            'noted',
            'histories-deleted',
          ],
          'What was done.',
        ),
        count: integer('How many.'),
        state: oneOf(['done', 'waiting'], 'Whether it is done.'),
      },
      { optional: ['table'] },
    ),
    'Store by store.',
  ),
  remains: listOf(text('Sentence.'), 'What no erasure reaches.'),
});

const PREVIEW = object(
  'What an erasure would do.',
  {
    person: text('Whose data.'),
    persons: ids('With other records of the same person.'),
    journeys: ids('Journeys of the person.'),
    counts: mapOf(integer('Rows.'), 'Rows by table.'),
    obstacle: object('What stands against it.', {
      code: text('Code.'),
      message: text('In words, with what helps.'),
    }),
  },
  { optional: ['obstacle'] },
);

/** Export, erasure, retention and holds. */
export const privacySchemas = (): JsonObject => ({
  Erasure: object(
    'The receipt, or before an erasure its preview.',
    { receipt: RECEIPT, preview: PREVIEW },
    {
      optional: ['receipt', 'preview'],
      example: {
        preview: { person: 'p01', persons: [], journeys: ['j01'], counts: { fact: 42, file: 2 } },
      },
    },
  ),
  ErasureList: object(
    'Receipts of erasures.',
    { receipts: listOf(RECEIPT, 'Youngest first.') },
    { example: { receipts: [] } },
  ),
  RetentionList: object(
    'What is due on a day.',
    {
      on: day('The day.'),
      due: listOf(
        object(
          'A person, or rows of a class.',
          {
            dataClass: text('Class of data.'),
            person: text('Whose data is to be erased.'),
            count: integer('Rows; 1 for a person.'),
            starts: text('Event that the period runs from.'),
            since: day('Its day.'),
            dueOn: day('From when it is due.'),
            period: text('ISO 8601 duration.'),
            basis: text('Why that long.'),
            heldBy: ids('Legal holds that keep it.'),
          },
          { optional: ['person'] },
        ),
        'By class.',
      ),
    },
    {
      example: {
        on: '2026-03-01',
        due: [
          {
            dataClass: 'journey',
            person: 'p01',
            count: 1,
            starts: 'programme-closed',
            since: '2016-02-28',
            dueOn: '2026-03-01',
            period: 'P10Y',
            basis: 'Evidence for the funder.',
            heldBy: [],
          },
        ],
      },
    },
  ),
  RetentionReport: object(
    'What a run did.',
    {
      on: day('The day.'),
      erased: ids('Persons who were erased.'),
      rows: mapOf(integer('Rows.'), 'Rows deleted by class.'),
      kept: listOf(
        object('A person who stays.', { person: text('Id.'), code: text('Why.') }),
        'Due, and kept.',
      ),
    },
    {
      example: {
        on: '2026-03-01',
        erased: ['p01'],
        rows: { mail: 12 },
        kept: [{ person: 'p02', code: 'legal-hold' }],
      },
    },
  ),
  HoldList: object(
    'Legal holds in force.',
    {
      holds: listOf(
        object('One hold.', {
          id: text('Id.'),
          person: text('Whose data.'),
          setBy: text('Account.'),
          setAt: instant('When.'),
          reason: text('Why.'),
        }),
        'The oldest first.',
      ),
    },
    {
      example: {
        holds: [
          {
            id: 'hold-1',
            person: 'p01',
            setBy: 'anna',
            setAt: '2026-02-03T09:12:44.000Z',
            reason: 'A lawsuit about the notice.',
          },
        ],
      },
    },
  ),
  HoldAnswer: object('A hold.', { id: text('Its id.') }, { example: { id: 'hold-1' } }),
});
