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
    { optional: ['receipt', 'preview'] },
  ),
  RetentionList: object('What is due on a day.', {
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
  }),
  RetentionReport: object('What a run did.', {
    on: day('The day.'),
    erased: ids('Persons who were erased.'),
    rows: mapOf(integer('Rows.'), 'Rows deleted by class.'),
    kept: listOf(
      object('A person who stays.', { person: text('Id.'), code: text('Why.') }),
      'Due, and kept.',
    ),
  }),
  HoldList: object('Legal holds in force.', {
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
  }),
  HoldAnswer: object('A hold.', { id: text('Its id.') }),
});
