import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { guarded, okJson } from './parts';

export const ApiCohort = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'listCohort',
      summary: 'List journeys at a glance',
      description:
        'For boards, matrices and tables: names, stage, milestones and tasks of journeys by id, a page at a time, each cut to what the asker may see.',
    }),
    okJson('CohortPage', 'One page.'),
    Problems('fields-invalid'),
  );

export const ApiDirectory = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'getDirectory',
      summary: 'List programmes and organisations',
      description:
        'Names behind the ids that the asker comes across, and the agreements with the organisations they act for; nothing of persons. All organisations for those who enter records, else those of the own programmes and journeys.',
    }),
    okJson('Directory', 'The names.'),
    Problems(),
  );

export const ApiEvents = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'watchEvents',
      summary: 'Watch for changes',
      description:
        'Server-sent events: `changed` with the ids of journeys that the asker may read, or without ids when more has changed than can be listed; `ended` when the session is over. The answer ends after ten minutes; ask again.',
    }),
    ApiOkResponse({
      description: 'A stream of events.',
      content: {
        'text/event-stream': {
          schema: { type: 'string', example: 'event: changed\ndata: {"journeys":["j01"]}\n\n' },
        },
      },
    }),
    Problems(),
  );
