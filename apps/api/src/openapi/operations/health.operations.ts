import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LiveResponse, ReadyResponse } from '../../health/health.response';

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
