import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const SAMPLE = pathParam('sample', 'Id of the sample.', 'sample-2025-06');
const ROOM = pathParam('room', 'Id of the room.', 'room-2025-06');
const NOTING = [
  'sample-unknown',
  'sample-unit-unknown',
  'sample-order',
  'fields-invalid',
  'shutting-down',
  ...JSON_BODY_PROBLEMS,
] as const;

export const ApiSamples = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'listSamples',
      summary: 'List samples of a programme',
      description: 'Youngest first.',
    }),
    okJson('SampleList', 'The samples.'),
    Problems('programme-unknown', 'programme-missing', 'programme-ambiguous', 'fields-invalid'),
  );

export const ApiDraw = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'drawSample',
      summary: 'Draw a sample of the units behind a figure',
      description:
        '20 to 40 per cent, from each university and stage its part, by the SHA-256 of seed and id: whoever has both draws the same. Idempotent by its id.',
    }),
    createdJson('SampleAnswer', 'It is drawn.'),
    Problems(
      'programme-unknown',
      'programme-missing',
      'programme-ambiguous',
      'as-of-invalid',
      'known-at-invalid',
      'indicator-unknown',
      'period-invalid',
      'report-unknown',
      'sample-id-taken',
      'fields-invalid',
      'shutting-down',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiSample = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'getSample',
      summary: 'Show a sample',
      description: 'Its units with findings, answers and outcomes.',
    }),
    SAMPLE,
    okJson('Sample', 'The sample.'),
    Problems('sample-unknown', 'fields-invalid'),
  );

export const ApiFind = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'noteFinding',
      summary: 'Note a finding',
      description: 'Once for each unit.',
    }),
    SAMPLE,
    okJson('NoteAnswer', 'It is noted.'),
    Problems(...NOTING),
  );

export const ApiAnswerFinding = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'answerFinding',
      summary: 'Answer a finding',
      description: 'Within the contradiction phase, once.',
    }),
    SAMPLE,
    okJson('NoteAnswer', 'It is noted.'),
    Problems('sample-over', ...NOTING),
  );

export const ApiSettle = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'settleFinding',
      summary: 'Settle a finding',
      description: 'After the answer, or after the contradiction phase.',
    }),
    SAMPLE,
    okJson('NoteAnswer', 'It is noted.'),
    Problems(...NOTING),
  );

export const ApiOpenRoom = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'openRoom',
      summary: 'Open a sample to an auditor',
      description: 'For one account and some days.',
    }),
    SAMPLE,
    createdJson('RoomOpened', 'It is open.'),
    Problems(
      'sample-unknown',
      'sample-id-taken',
      'period-invalid',
      'fields-invalid',
      'shutting-down',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiRooms = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'listRooms',
      summary: 'List the rooms of a programme',
      description:
        'Every room that was opened to an auditor, the youngest first: of which sample, to whom, by whom and for which days.',
    }),
    okJson('Rooms', 'The rooms.'),
    Problems('programme-unknown', 'programme-missing', 'programme-ambiguous', 'fields-invalid'),
  );

export const ApiRoom = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'lookAround',
      summary: 'Look into an auditor’s room',
      description:
        'The drawn units with facts and documents, under ids. Documents whose class is not for auditors are withheld: their hash, type, size and day stand there, and the pictures of a redacted version that two people vouch for. Every look is on record.',
    }),
    ROOM,
    okJson('Room', 'What lies in it.'),
    Problems('room-unknown', 'fields-invalid'),
  );

export const ApiRoomLog = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'readRoomLog',
      summary: 'Show who opened what in an auditor’s room',
      description: 'From the audit: each look with the units and documents that were shown, youngest first.',
    }),
    ROOM,
    okJson('RoomLog', 'One page.'),
    Problems('room-unknown', 'fields-invalid'),
  );

export const ApiRoomDocument = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'readRoomDocument',
      summary: 'Open a document of a room',
      description: 'Its bytes; the name under which it was uploaded is not told. On record.',
    }),
    ROOM,
    pathParam('file', 'Id of the file.', 'file-1'),
    ApiOkResponse({
      description: 'The content.',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
    Problems('room-unknown', 'file-unknown', 'file-pending', 'file-suspect', 'file-erased', 'fields-invalid'),
  );
