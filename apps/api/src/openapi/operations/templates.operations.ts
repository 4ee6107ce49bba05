import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { guarded, JSON_BODY_PROBLEMS, okJson, TEMPLATE_PARAM } from './parts';

const CONTENT_TAG = {
  ETag: {
    description: 'Changes with the content.',
    schema: { type: 'string' as const, example: '"kf3Q1x"' },
  },
};

export const ApiTemplates = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'listTemplates',
      summary: 'List templates',
      description: 'Published templates and drafts by name and version, those of the release too.',
    }),
    okJson('Templates', 'The templates.'),
    Problems(),
  );

export const ApiTemplate = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'getTemplate',
      summary: 'Show a template',
      description:
        'A template as data. A published version never changes; a draft is shown as it is and may have faults still.',
    }),
    TEMPLATE_PARAM,
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of an earlier answer.',
      schema: { type: 'string', example: '"kf3Q1x"' },
    }),
    ApiOkResponse({
      description: 'The template.',
      content: { 'application/json': { schema: ref('Template') } },
      headers: CONTENT_TAG,
    }),
    ApiResponse({ status: 304, description: 'It is the same still.', headers: CONTENT_TAG }),
    Problems('template-unknown'),
  );

export const ApiValidate = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'validateTemplate',
      summary: 'Check a template',
      description: 'Everything wrong with it, in words; empty when it can be published. Keeps nothing.',
    }),
    ApiBody({ required: true, description: 'The template.', schema: ref('Template') }),
    okJson('TemplateFaults', 'What is wrong.'),
    Problems('fields-invalid', ...JSON_BODY_PROBLEMS),
  );

export const ApiDifferences = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'diffTemplates',
      summary: 'Compare two templates',
      description: 'Every value that differs, by its path; drafts will do when they have no faults.',
    }),
    TEMPLATE_PARAM,
    okJson('TemplateDifferences', 'What differs.'),
    Problems('template-unknown', 'fields-invalid'),
  );

export const ApiDraft = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'draftTemplate',
      summary: 'Draft a template',
      description:
        'Keeps a draft, which may have faults still, in the place of an earlier one. A published id is refused: draft the next number.',
    }),
    TEMPLATE_PARAM,
    ApiBody({
      required: true,
      description: 'The template; its id as in the address.',
      schema: ref('Template'),
    }),
    okJson('TemplateDraft', 'It is kept.'),
    Problems('template-unknown', 'fields-invalid', 'id-clash', ...JSON_BODY_PROBLEMS),
  );

export const ApiPublish = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'publishTemplate',
      summary: 'Publish a template',
      description: 'From then on it never changes, and programmes and journeys may run on it.',
    }),
    TEMPLATE_PARAM,
    okJson('TemplatePublished', 'It is published.'),
    Problems('template-unknown', 'reference-unknown', 'guards-unmet', 'version-conflict'),
  );
