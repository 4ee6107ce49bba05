import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { guarded, okJson } from './parts';

export const ApiSystem = (): MethodDecorator =>
  applyDecorators(
    guarded('health', {
      operationId: 'getSystem',
      summary: 'Show how the system is',
      description:
        'Database, Temporal, workers, stuck journeys, what waits, the head of the audit and the last backup: each with its state and what helps. Takes at most a few seconds, also where something does not answer.',
    }),
    okJson('System', 'Every part.'),
    Problems('not-allowed'),
  );

export const ApiRules = (): MethodDecorator =>
  applyDecorators(
    guarded('templates', {
      operationId: 'listRules',
      summary: 'Show the law as Lotse has it on a day',
      description:
        'The rule pack that decides on a day: pay floors, rules and clocks, each with its source, and when somebody last read the sources. Not legal advice.',
    }),
    okJson('Rules', 'The packs, and the one of the day.'),
    Problems('fields-invalid'),
  );
