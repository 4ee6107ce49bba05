import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { FIGURES } from '@lotse/domain';
import { Problems } from '../problem-responses';
import { guarded, okJson } from './parts';

export const ApiSheet = (): MethodDecorator =>
  applyDecorators(
    guarded('sheet', {
      operationId: 'getSheet',
      summary: 'Show the project sheet',
      description: 'Every figure on a day, counted from the facts recorded by then.',
    }),
    okJson('SheetResponse', 'The sheet.'),
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
