import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { FIGURES, REFUSAL_CODES } from '@lotse/domain';
import { CommandResponse } from '../commands/command.response';
import { LiveResponse, ReadyResponse } from '../health/health.response';
import { JourneyPageResponse } from '../journeys/journey-page.response';
import { JourneyResponse } from '../journeys/journey.response';
import { TimelineResponse } from '../journeys/timeline.response';
import { Problems } from './problem-responses';
import { ref } from './ref';

const JSON_LINES = 'application/x-ndjson';
const ETAG = {
  ETag: { description: 'The version of the journey.', schema: { type: 'string' as const, example: '"12"' } },
};
const journeyParam = ApiParam({
  name: 'journey',
  description: 'Id of the journey.',
  schema: { type: 'string' },
  example: 'j01',
});
const okJson = (schema: string, description: string): MethodDecorator =>
  ApiOkResponse({ description, content: { 'application/json': { schema: ref(schema) } } });

export const ApiCommand = (): MethodDecorator =>
  applyDecorators(
    ApiTags('journeys'),
    ApiBearerAuth('token'),
    ApiOperation({
      operationId: 'submitCommand',
      summary: 'Submit a command',
      description:
        'Decides one command. The same id with the same body is answered as repeated and does nothing twice; with another body it is refused. A refusal changes nothing and names every unmet guard.',
    }),
    journeyParam,
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Id of the command. Needed unless the body has an id; where both stand they are equal.',
      schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$', example: 'c00038' },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'ETag of the journey the command is meant for; another version refuses it with 412. The same as expectedVersion.',
      schema: { type: 'string', example: '"11"' },
    }),
    ApiBody({ required: true, description: 'One command.', schema: ref('Command') }),
    ApiResponse({
      status: 201,
      description: 'Accepted: the facts are written.',
      type: CommandResponse,
      headers: ETAG,
    }),
    ApiResponse({
      status: 200,
      description: 'Repeated: it was accepted before.',
      type: CommandResponse,
      headers: ETAG,
    }),
    Problems(
      ...REFUSAL_CODES.filter((code) => !['line-unreadable', 'line-too-long', 'unknown-type'].includes(code)),
      'precondition-failed',
      'body-unreadable',
      'body-too-deep',
      'body-too-large',
      'media-type-unsupported',
    ),
  );

export const ApiJourneys = (): MethodDecorator =>
  applyDecorators(
    ApiTags('journeys'),
    ApiBearerAuth('token'),
    ApiOperation({
      operationId: 'listJourneys',
      summary: 'List journeys',
      description: 'Journeys by id, a page at a time; the filters go together.',
    }),
    ApiOkResponse({ description: 'One page.', type: JourneyPageResponse }),
    Problems('fields-invalid'),
  );

export const ApiJourney = (): MethodDecorator =>
  applyDecorators(
    ApiTags('journeys'),
    ApiBearerAuth('token'),
    ApiOperation({
      operationId: 'getJourney',
      summary: 'Show a journey',
      description: 'Its state, its version and what can be done next, with every guard that is still unmet.',
    }),
    journeyParam,
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of an earlier answer.',
      schema: { type: 'string', example: '"12"' },
    }),
    ApiOkResponse({ description: 'The journey.', type: JourneyResponse, headers: ETAG }),
    ApiResponse({ status: 304, description: 'No fact has come since.', headers: ETAG }),
    Problems('journey-unknown'),
  );

export const ApiTimeline = (): MethodDecorator =>
  applyDecorators(
    ApiTags('journeys'),
    ApiBearerAuth('token'),
    ApiOperation({
      operationId: 'getTimeline',
      summary: 'Show the timeline of a journey',
      description: 'Every fact by day and order, with marks on those that were superseded or struck.',
    }),
    journeyParam,
    ApiOkResponse({ description: 'The facts.', type: TimelineResponse }),
    Problems('journey-unknown'),
  );

export const ApiImport = (): MethodDecorator =>
  applyDecorators(
    ApiTags('imports'),
    ApiBearerAuth('token'),
    ApiOperation({
      operationId: 'importLines',
      summary: 'Import JSON Lines',
      description:
        'Applies records and commands in the order of their lines, each at most 1 MiB, and answers each line while the rest is still being sent. A refused line stops nothing. The same file again changes nothing twice. An error midway ends the answer with a line {"problem": …}.',
    }),
    ApiConsumes(JSON_LINES),
    ApiBody({ required: true, description: 'One record or command per line.', schema: ref('ImportLine') }),
    ApiOkResponse({
      description: 'One answer per line.',
      content: { [JSON_LINES]: { schema: ref('LineAnswer') } },
    }),
    Problems('media-type-unsupported', 'shutting-down'),
  );

export const ApiSheet = (): MethodDecorator =>
  applyDecorators(
    ApiTags('sheet'),
    ApiBearerAuth('token'),
    ApiOperation({
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
    ApiTags('sheet'),
    ApiBearerAuth('token'),
    ApiOperation({
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

export const ApiTemplate = (): MethodDecorator =>
  applyDecorators(
    ApiTags('templates'),
    ApiBearerAuth('token'),
    ApiOperation({
      operationId: 'getTemplate',
      summary: 'Show a template',
      description: 'A published version of a template; it never changes.',
    }),
    ApiParam({
      name: 'template',
      description: 'Name and version.',
      schema: { type: 'string' },
      example: 'de-uni-internship-hire@1',
    }),
    okJson('Template', 'The template.'),
    Problems('template-unknown'),
  );

export const ApiLive = (): MethodDecorator =>
  applyDecorators(
    ApiTags('health'),
    ApiOperation({
      operationId: 'isLive',
      summary: 'Whether the process runs',
      description: 'Asks nobody else.',
    }),
    ApiOkResponse({ description: 'It runs.', type: LiveResponse }),
  );

export const ApiReady = (): MethodDecorator =>
  applyDecorators(
    ApiTags('health'),
    ApiOperation({
      operationId: 'isReady',
      summary: 'Whether the process takes requests',
      description: 'Asks the database.',
    }),
    ApiOkResponse({ description: 'It does.', type: ReadyResponse }),
    ApiResponse({ status: 503, description: 'It does not, with every reason.', type: ReadyResponse }),
  );
