import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  type ApiOperationOptions,
} from '@nestjs/swagger';
import { ref } from '../ref';

export const JSON_LINES = 'application/x-ndjson';

/** What a route under /api is, in words. */
export const guarded = (
  tag: string,
  words: Required<Pick<ApiOperationOptions, 'operationId' | 'summary' | 'description'>>,
): MethodDecorator => applyDecorators(ApiTags(tag), ApiBearerAuth('token'), ApiOperation(words));

/** A parameter of the address. */
export const pathParam = (name: string, description: string, example: string): MethodDecorator =>
  ApiParam({ name, description, schema: { type: 'string' }, example });

export const JOURNEY_PARAM = pathParam('journey', 'Id of the journey.', 'j01');

export const okJson = (schema: string, description: string): MethodDecorator =>
  ApiOkResponse({ description, content: { 'application/json': { schema: ref(schema) } } });

export const ETAG = {
  ETag: { description: 'The version of the journey.', schema: { type: 'string' as const, example: '"12"' } },
};
