import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { ProblemCode } from '../../problems/problem-codes';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { createdJson, JSON_BODY_PROBLEMS, okJson } from './parts';

interface Words {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** Schema of the answer; none answers 204. */
  readonly ok?: string;
  readonly created?: string;
  /** Whether it takes a JSON body. */
  readonly body?: true;
  /** True where nobody needs a principal. */
  readonly open?: true;
  readonly codes?: readonly ProblemCode[];
}

const answerOf = ({ ok, created, summary }: Words): MethodDecorator => {
  if (ok !== undefined) return okJson(ok, `${summary}.`);
  if (created !== undefined) return createdJson(created, `${summary}.`);
  return ApiNoContentResponse({ description: 'Done.' });
};

/** A route about accounts, in words. */
export const Describes = (tag: 'session' | 'accounts', words: Words): MethodDecorator =>
  applyDecorators(
    ApiTags(tag),
    ...(words.open === true ? [] : [ApiBearerAuth('token')]),
    ApiOperation({ operationId: words.id, summary: words.summary, description: words.description }),
    answerOf(words),
    Problems(
      ...(words.codes ?? []),
      ...(words.body === true ? (['fields-invalid', ...JSON_BODY_PROBLEMS] as const) : []),
      'origin-not-allowed',
    ),
  );

/** A grant as the body, which is judged whole. */
export const GrantBody = (): MethodDecorator =>
  ApiBody({ required: true, description: 'The grant.', schema: ref('Grant') });

/** A route that sends the browser on. */
export const SendsOn = (words: Omit<Words, 'ok' | 'created'>): MethodDecorator =>
  applyDecorators(
    ApiTags('session'),
    ApiOperation({ operationId: words.id, summary: words.summary, description: words.description }),
    ApiResponse({ status: 303, description: 'The browser is sent on.' }),
    Problems(...(words.codes ?? [])),
  );
