import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  type ApiOperationOptions,
} from '@nestjs/swagger';
import { JSON_LINES } from '../../http/line-sender';
import type { ProblemCode } from '../../problems/problem-codes';
import { ref } from '../ref';

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
  ETag: {
    description:
      'The version of the journey; where the journey is shown, with a digest of all that is shown. If-Match takes both and looks at the version.',
    schema: { type: 'string' as const, example: '"12"' },
  },
};

/** A row of the schema for each line, or `{"problem": …}` as the last one. */
export const okLines = (schema: string, description: string): MethodDecorator =>
  ApiOkResponse({ description, content: { [JSON_LINES]: { schema: ref(schema) } } });

export const createdJson = (schema: string, description: string): MethodDecorator =>
  ApiCreatedResponse({ description, content: { 'application/json': { schema: ref(schema) } } });

/** What a route with a JSON body may answer about the body itself. */
export const JSON_BODY_PROBLEMS = [
  'body-unreadable',
  'body-too-deep',
  'body-too-large',
  'media-type-unsupported',
] as const satisfies readonly ProblemCode[];

export const TEMPLATE_PARAM = pathParam('template', 'Name and version.', 'de-uni-internship-hire@1');
