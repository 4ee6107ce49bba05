import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiParam, ApiResponse } from '@nestjs/swagger';
import { FIGURES } from '@lotse/domain';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { guarded, okJson } from './parts';

const FILE = { type: 'string' as const, format: 'binary', description: 'A file.' };

export const ApiSheet = (): MethodDecorator =>
  applyDecorators(
    guarded('sheet', {
      operationId: 'getSheet',
      summary: 'Show the project sheet',
      description:
        'Every figure on a day, counted from the facts recorded by then; with a format the printed sheet as a file, whose every number carries its day, its knowledge and its lock state. Without sight of the persons behind them numbers come suppressed. Asked again with If-None-Match, it answers 304 while nothing has changed.',
    }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of an answer before; 304 while the sheet is the same.',
      schema: { type: 'string', example: '"kq2r0l0mB3kqf1Qd"' },
    }),
    ApiOkResponse({
      description: 'The sheet.',
      headers: {
        ETag: {
          description: 'Changes with what the sheet says, not with the clock.',
          schema: { type: 'string', example: '"kq2r0l0mB3kqf1Qd"' },
        },
      },
      content: {
        'application/json': { schema: ref('SheetResponse') },
        'application/pdf': { schema: FILE },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: FILE },
        'text/csv': { schema: { type: 'string', description: 'Numbers and words, formula-safe.' } },
      },
    }),
    ApiResponse({ status: 304, description: 'It is as it was.' }),
    Problems(
      'programme-unknown',
      'programme-missing',
      'programme-ambiguous',
      'fields-invalid',
      'as-of-invalid',
      'known-at-invalid',
    ),
  );

export const ApiFigureUnits = (): MethodDecorator =>
  applyDecorators(
    guarded('sheet', {
      operationId: 'getFigureUnits',
      summary: 'Show the units behind a figure',
      description: 'Who or what is counted, each with the facts, records and evidence it rests on.',
    }),
    ApiParam({
      name: 'figure',
      description: 'Key of the figure.',
      schema: { type: 'string', enum: FIGURES.map(({ key }) => key) },
      example: 'contractsPrepared',
    }),
    okJson('FigureUnits', 'The units.'),
    Problems(
      'figure-unknown',
      'programme-unknown',
      'programme-missing',
      'programme-ambiguous',
      'fields-invalid',
      'as-of-invalid',
      'known-at-invalid',
    ),
  );
