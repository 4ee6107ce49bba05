import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { RECORD_DOORS, type RecordPath } from '../../records/record-doors';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { bodyNameOf } from '../schemas/record.schemas';
import { guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const PROGRAMME = pathParam('programme', 'Programme that it belongs to.', 'kg-glass-2023');
const ID_OF_RECORD = pathParam('id', 'Id of the record, made by the sender.', 'x-01');
const VERSION_TAG = {
  ETag: {
    description: 'Version of the record.',
    schema: { type: 'string' as const, example: '"2"' },
  },
};

const titled = (path: string): string => `${path.charAt(0).toUpperCase()}${path.slice(1)}`;
const titledType = (path: RecordPath): string => titled(RECORD_DOORS[path]);

export const ApiRecords = (path: RecordPath): MethodDecorator =>
  applyDecorators(
    guarded('records', {
      operationId: `list${titled(path)}`,
      summary: `List ${path}`,
      description: `The newest version of each of the programme's ${path}, by id, as far as the asker may see them.`,
    }),
    PROGRAMME,
    okJson('RecordPage', `The ${path}.`),
    Problems('programme-unknown', 'fields-invalid'),
  );

export const ApiRecordVersions = (path: RecordPath): MethodDecorator =>
  applyDecorators(
    guarded('records', {
      operationId: `get${titledType(path)}`,
      summary: `Show the versions of one of the ${path}`,
      description: 'Every version, oldest first: a correction is a new version, and the old ones stay.',
    }),
    PROGRAMME,
    ID_OF_RECORD,
    ApiOkResponse({
      description: 'Its versions.',
      headers: VERSION_TAG,
      content: { 'application/json': { schema: ref('RecordPage') } },
    }),
    Problems('record-unknown', 'programme-unknown', 'fields-invalid'),
  );

export const ApiStrikeRecord = (path: RecordPath): MethodDecorator =>
  applyDecorators(
    guarded('records', {
      operationId: `strike${titledType(path)}`,
      summary: `Strike out one of the ${path}`,
      description:
        'From now on it counts in no figure; what was known before, and every figure of a past `knownAt`, stays. The same again is unchanged. It is not brought back, but entered anew under another id. What a signed report counts is struck out by two people: the first proposes, the second says the same with the same reason.',
    }),
    PROGRAMME,
    ID_OF_RECORD,
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag of the version that is struck out; another one refuses it.',
      schema: { type: 'string', example: '"1"' },
    }),
    okJson('RecordEntered', 'It is struck out, or was so before.'),
    Problems(
      'record-unknown',
      'programme-unknown',
      'reference-unknown',
      'guards-unmet',
      'fields-invalid',
      'precondition-failed',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiPutRecord = (path: RecordPath): MethodDecorator =>
  applyDecorators(
    guarded('records', {
      operationId: `put${titledType(path)}`,
      summary: `Enter one of the ${path}`,
      description:
        'Idempotent: a body equal to any stored version is unchanged, another body is the next version. Evidence is the reference of the file or form that proves it. What a signed report counts is changed by two people: the first proposes, the second sends the same body.',
    }),
    PROGRAMME,
    ID_OF_RECORD,
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag of the version that this one replaces ("0": none yet); another one refuses it.',
      schema: { type: 'string', example: '"1"' },
    }),
    ApiBody({ required: true, description: 'The record.', schema: ref(bodyNameOf(path)) }),
    ApiResponse({
      status: 201,
      description: 'Its first version was stored.',
      headers: VERSION_TAG,
      content: { 'application/json': { schema: ref('RecordEntered') } },
    }),
    ApiResponse({
      status: 200,
      description: 'A next version was stored, or is proposed to a second person, or it is as it was.',
      headers: VERSION_TAG,
      content: { 'application/json': { schema: ref('RecordEntered') } },
    }),
    Problems(
      'programme-unknown',
      'reference-unknown',
      'guards-unmet',
      'fields-invalid',
      'precondition-failed',
      ...JSON_BODY_PROBLEMS,
    ),
  );
