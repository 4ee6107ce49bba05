import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { guarded, JSON_BODY_PROBLEMS, okLines, TEMPLATE_PARAM } from './parts';

const PROBLEMS = [
  'template-unknown',
  'reference-unknown',
  'fields-invalid',
  'shutting-down',
  ...JSON_BODY_PROBLEMS,
] as const;

export const ApiSimulate = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'simulateTemplate',
      summary: 'Simulate a template on a cohort',
      description:
        'Where each open journey of a programme would stand under the template, and every due day before and after. A draft without faults will do. Keeps nothing.',
    }),
    TEMPLATE_PARAM,
    okLines('SimulatedRow', 'One row per open journey.'),
    Problems(...PROBLEMS),
  );

export const ApiMigrate = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'migrateTemplate',
      summary: 'Move journeys to a template',
      description:
        'Moves each open journey of a programme to a published template by a command of its own. Those that cannot map stay and say why. With dryRun it is shown first. Undone as a bulk action is.',
    }),
    TEMPLATE_PARAM,
    okLines('BulkRow', 'One row per open journey.'),
    Problems(...PROBLEMS),
  );
