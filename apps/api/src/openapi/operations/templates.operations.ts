import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { guarded, okJson } from './parts';

export const ApiTemplate = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
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
