import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { guarded, JSON_BODY_PROBLEMS, okLines, pathParam } from './parts';

export const ApiMerge = (): MethodDecorator =>
  applyDecorators(
    guarded('bulk', {
      operationId: 'mergePerson',
      summary: 'Merge two records of one person',
      description:
        'Gives every journey of one record to the other one: from when it is known, figures count the person once. Two open journeys in one programme cannot be one person’s: such a journey is refused and stays.',
    }),
    pathParam('person', 'Record that was one too many.', 'p02-again'),
    okLines('BulkRow', 'One row per journey; none when the record has no journey.'),
    Problems('reference-unknown', 'fields-invalid', 'shutting-down', ...JSON_BODY_PROBLEMS),
  );
