import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { guarded, JSON_BODY_PROBLEMS, okLines } from './parts';

const PROBLEMS = ['reference-unknown', 'fields-invalid', 'shutting-down', ...JSON_BODY_PROBLEMS] as const;

export const ApiVerify = (): MethodDecorator =>
  applyDecorators(
    guarded('projections', {
      operationId: 'verifyProjections',
      summary: 'Compare rows with facts',
      description:
        'Folds every journey anew and names those whose stored rows differ. Changes nothing. Lines of progress come in between, and the last line is the report.',
    }),
    okLines('ProjectionLine', 'Journeys that differ, progress, and at last the report.'),
    Problems(...PROBLEMS),
  );

export const ApiRebuild = (): MethodDecorator =>
  applyDecorators(
    guarded('projections', {
      operationId: 'rebuildProjections',
      summary: 'Write rows anew from facts',
      description:
        'Writes the rows of every journey anew from its facts, safe while people work, and names those that differed. Lines of progress come in between, and the last line is the report.',
    }),
    okLines('ProjectionLine', 'Journeys that differed, progress, and at last the report.'),
    Problems(...PROBLEMS),
  );
