import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { guarded } from './parts';

export const ApiSdmxFigures = (): MethodDecorator =>
  applyDecorators(
    guarded('figures', {
      operationId: 'getFiguresAsSdmx',
      summary: 'Pull figures as SDMX-CSV',
      description:
        'The numbers of GET /figures, one observation a line: dimensions with _T for the whole, OBS_STATUS A, Q (suppressed) or M (nothing to count), the day as TIME_PERIOD, and the exact value beside the decimal one.',
    }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of an answer before; 304 while the numbers are the same.',
      schema: { type: 'string', example: '"kq2r0l0mB3kqf1Qd"' },
    }),
    ApiOkResponse({
      description: 'The observations.',
      content: {
        'application/vnd.sdmx.data+csv': {
          schema: {
            type: 'string',
            description: 'SDMX-CSV 2.0.',
            example:
              'STRUCTURE,STRUCTURE_ID,ACTION,PROGRAMME,INDICATOR,…\r\ndataflow,LOTSE:FIGURES(1.0),I,kg-glass-2023,students,…\r\n',
          },
        },
      },
    }),
    ApiResponse({ status: 304, description: 'The numbers are as they were.' }),
    Problems(
      'programme-unknown',
      'programme-missing',
      'programme-ambiguous',
      'figures-not-ready',
      'indicator-unknown',
      'split-unknown',
      'split-not-open',
      'period-invalid',
      'as-of-invalid',
      'known-at-invalid',
      'fields-invalid',
    ),
  );
