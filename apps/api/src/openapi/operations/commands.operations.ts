import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiResponse } from '@nestjs/swagger';
import { REFUSAL_CODES } from '@lotse/domain';
import { CommandResponse } from '../../commands/command.response';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { ETAG, guarded, JOURNEY_PARAM, JSON_BODY_PROBLEMS, okJson } from './parts';

const HEADERS = applyDecorators(
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
);
const REFUSED = REFUSAL_CODES.filter(
  (code) => !['line-unreadable', 'line-too-long', 'unknown-type'].includes(code),
);

export const ApiCommand = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'submitCommand',
      summary: 'Submit a command',
      description:
        'Decides one command. The same id with the same body is answered as repeated and does nothing twice; with another body it is refused. A refusal changes nothing and names every unmet guard.',
    }),
    JOURNEY_PARAM,
    HEADERS,
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
    Problems(...REFUSED, 'precondition-failed', ...JSON_BODY_PROBLEMS),
  );

export const ApiPreview = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'previewCommand',
      summary: 'Preview a command',
      description:
        'Decides a command as if it were submitted and answers what it would change: stage, status, every due day, tasks, guards that would no longer hold, and figures of the sheet. Keeps nothing. A command that would be refused is refused here as it would be there.',
    }),
    JOURNEY_PARAM,
    HEADERS,
    ApiBody({ required: true, description: 'The command as it will be submitted.', schema: ref('Command') }),
    okJson('Preview', 'What it would change.'),
    Problems(...REFUSED, ...JSON_BODY_PROBLEMS),
  );
