import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const PERSON = pathParam('person', 'Id of the person.', 'p01');

export const ApiExport = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'exportSubject',
      summary: 'Take along everything that is held of a person',
      description:
        'A ZIP with `data.json`, `data.pdf` in the person’s language and the files. Candidates get their own. Each export is on record.',
    }),
    PERSON,
    ApiOkResponse({
      description: 'The archive.',
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    }),
    Problems('person-unknown', 'person-erased', 'fields-invalid'),
  );

export const ApiErasure = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'readErasure',
      summary: 'Show what an erasure would do, or did',
      description:
        'Before an erasure its preview with what stands against it; after one its receipt, store by store.',
    }),
    PERSON,
    okJson('Erasure', 'Preview or receipt.'),
    Problems('person-unknown', 'fields-invalid'),
  );

export const ApiErase = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'eraseSubject',
      summary: 'Erase a person',
      description:
        'Deletes rows, empties sealed values, removes files and destroys the key; days and codes stay as facts that lead to nobody. Refused while a journey is open or a legal hold stands. Idempotent. Histories of workflows are deleted by the worker: the receipt says `waiting` until then.',
    }),
    PERSON,
    okJson('Erasure', 'The receipt.'),
    Problems('person-unknown', 'journey-open', 'legal-hold', 'fields-invalid', 'shutting-down'),
  );

export const ApiErasures = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'listErasures',
      summary: 'List receipts of erasures',
      description: 'Of the last 200 erasures, youngest first: ids and counts.',
    }),
    okJson('ErasureList', 'The receipts.'),
    Problems('not-allowed'),
  );

export const ApiRetention = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'listRetention',
      summary: 'List what is due for erasure',
      description:
        'What is kept longer than it may be on a day, with the event its period runs from and its basis. Changes nothing.',
    }),
    okJson('RetentionList', 'What is due.'),
    Problems('fields-invalid', 'programme-unknown'),
  );

export const ApiRetentionRun = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'runRetention',
      summary: 'Erase what is due',
      description:
        'Erases persons and deletes rows that are due; what a legal hold keeps stays and is named.',
    }),
    okJson('RetentionReport', 'What was done.'),
    Problems('fields-invalid', 'shutting-down', ...JSON_BODY_PROBLEMS),
  );

export const ApiHolds = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'listHolds',
      summary: 'List legal holds',
      description: 'Holds in force with their reasons.',
    }),
    okJson('HoldList', 'The holds.'),
    Problems(),
  );

export const ApiSetHold = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'setHold',
      summary: 'Keep a person’s data from being erased',
      description: 'Nothing of the person is erased until the hold is lifted. Idempotent by its id.',
    }),
    createdJson('HoldAnswer', 'It stands.'),
    Problems(
      'person-unknown',
      'person-erased',
      'id-clash',
      'fields-invalid',
      'shutting-down',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiLiftHold = (): MethodDecorator =>
  applyDecorators(
    guarded('privacy', {
      operationId: 'liftHold',
      summary: 'Lift a legal hold',
      description: 'Erasure is possible again.',
    }),
    pathParam('hold', 'Id of the hold.', 'hold-1'),
    okJson('HoldAnswer', 'It is lifted.'),
    Problems('hold-unknown', 'person-erased', 'fields-invalid', 'shutting-down', ...JSON_BODY_PROBLEMS),
  );
