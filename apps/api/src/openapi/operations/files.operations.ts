import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import { FILE_TYPES, REASONS, type FileRefusalCode } from '@lotse/files';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JOURNEY_PARAM, okJson, pathParam } from './parts';

const FILE = pathParam('file', 'Id of the file.', 'file-1');
const TYPES = Object.keys(FILE_TYPES);
const BYTES = { type: 'string', format: 'binary' } as const;
const REFUSALS = Object.keys(REASONS) as FileRefusalCode[];

export const ApiJourneyFiles = (): MethodDecorator =>
  applyDecorators(
    guarded('files', {
      operationId: 'listFiles',
      summary: 'List files of a journey',
      description: 'Those about topics that you see of this journey. Others do not exist for you.',
    }),
    JOURNEY_PARAM,
    okJson('FilePage', 'The files by id.'),
    Problems('journey-unknown', 'fields-invalid'),
  );

export const ApiUploadFile = (): MethodDecorator =>
  applyDecorators(
    guarded('files', {
      operationId: 'uploadFile',
      summary: 'Upload a file',
      description:
        'The bytes are the body, at most 15 MiB, under their own Content-Type. Judged by content, not by name; stored sealed with the key of the person. It opens when the malware scanner has found it clean. The same id with the same bytes is a repeat.',
    }),
    JOURNEY_PARAM,
    ApiConsumes(...TYPES),
    ApiBody({ required: true, description: 'The bytes of the file.', schema: BYTES }),
    createdJson('File', 'It is stored.'),
    Problems(
      'journey-unknown',
      'fields-invalid',
      'person-unknown',
      'file-id-taken',
      'shutting-down',
      ...REFUSALS,
    ),
  );

export const ApiFile = (): MethodDecorator =>
  applyDecorators(
    guarded('files', {
      operationId: 'getFile',
      summary: 'Read what is known of a file',
      description: 'Its name, type, size, digest and whether it was scanned.',
    }),
    FILE,
    okJson('File', 'The file.'),
    Problems('file-unknown', 'fields-invalid'),
  );

export const ApiFileContent = (): MethodDecorator =>
  applyDecorators(
    guarded('files', {
      operationId: 'downloadFile',
      summary: 'Download a file',
      description: 'As an attachment under its own name. Each download is on record.',
    }),
    FILE,
    ApiOkResponse({
      description: 'The bytes.',
      content: Object.fromEntries(TYPES.map((type) => [type, { schema: BYTES }])),
    }),
    Problems('file-unknown', 'file-pending', 'file-suspect', 'file-erased', 'fields-invalid'),
  );
