import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { JourneyPageResponse } from '../../journeys/journey-page.response';
import { JourneyResponse } from '../../journeys/journey.response';
import { TimelineResponse } from '../../journeys/timeline.response';
import { Problems } from '../problem-responses';
import { ETAG, guarded, JOURNEY_PARAM } from './parts';

export const ApiJourneys = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'listJourneys',
      summary: 'List journeys',
      description: 'Journeys by id, a page at a time; the filters go together.',
    }),
    ApiOkResponse({ description: 'One page.', type: JourneyPageResponse }),
    Problems('fields-invalid'),
  );

export const ApiJourney = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'getJourney',
      summary: 'Show a journey',
      description: 'Its state, its version and what can be done next, with every guard that is still unmet.',
    }),
    JOURNEY_PARAM,
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of an earlier answer.',
      schema: { type: 'string', example: '"12"' },
    }),
    ApiOkResponse({ description: 'The journey.', type: JourneyResponse, headers: ETAG }),
    ApiResponse({ status: 304, description: 'Nothing that is shown has changed since.', headers: ETAG }),
    Problems('journey-unknown'),
  );

export const ApiTimeline = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'getTimeline',
      summary: 'Show the timeline of a journey',
      description: 'Every fact by day and order, with marks on those that were superseded or struck.',
    }),
    JOURNEY_PARAM,
    ApiOkResponse({ description: 'The facts.', type: TimelineResponse }),
    Problems('journey-unknown'),
  );
