import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { guarded, JSON_BODY_PROBLEMS, okLines, pathParam } from './parts';

export const ApiFailure = (): MethodDecorator =>
  applyDecorators(
    guarded('bulk', {
      operationId: 'failOrganisation',
      summary: 'End what a failed company has',
      description:
        'One action over every open journey with the company: placements that have not begun are cancelled, running ones end, contracts are retracted or their employment ends. With dryRun it is shown first, with the clocks that follow. Undone as a bulk action is.',
    }),
    pathParam('organisation', 'Id of the company.', 'company-1'),
    okLines('BulkRow', 'One row per command; none when no open journey has anything with the company.'),
    Problems('reference-unknown', 'fields-invalid', 'shutting-down', ...JSON_BODY_PROBLEMS),
  );
