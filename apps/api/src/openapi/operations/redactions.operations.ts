import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JOURNEY_PARAM, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const REDACTION = pathParam('redaction', 'Id of the redaction.', 'redaction-ct-j01');

export const ApiProposeRedaction = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'proposeRedaction',
      summary: 'Name the redacted version of a document',
      description:
        'Pictures of its pages, uploaded as files of the same journey: a black box over the text of a PDF leaves the text in it, a picture has none. Idempotent by its id. Auditors see it once a second person has approved it.',
    }),
    createdJson('RedactionAnswer', 'It waits for the second person.'),
    Problems(
      'file-unknown',
      'redaction-pages',
      'redaction-id-taken',
      'fields-invalid',
      'shutting-down',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiRedaction = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'getRedaction',
      summary: 'Show a redaction',
      description: 'The original and the pictures with their hashes, and who vouches for them.',
    }),
    REDACTION,
    okJson('Redaction', 'The redaction.'),
    Problems('redaction-unknown', 'fields-invalid'),
  );

export const ApiJourneyRedactions = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'listRedactions',
      summary: 'List the redactions of a journey',
      description:
        'Redacted versions of its documents, youngest first; those without a second person wait for one.',
    }),
    JOURNEY_PARAM,
    okJson('Redactions', 'The redactions.'),
    Problems('journey-unknown'),
  );

export const ApiApproveRedaction = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'approveRedaction',
      summary: 'Approve a redaction',
      description: 'By somebody else than who named it, after comparing both. Rooms show it from then on.',
    }),
    REDACTION,
    okJson('RedactionAnswer', 'It is approved.'),
    Problems('redaction-unknown', 'redaction-second-person', 'fields-invalid', 'shutting-down'),
  );
