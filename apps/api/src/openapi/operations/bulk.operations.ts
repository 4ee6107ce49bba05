import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { JSON_LINES } from '../../http/line-sender';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { guarded, JSON_BODY_PROBLEMS, okLines, pathParam } from './parts';

export const ApiBulk = (): MethodDecorator =>
  applyDecorators(
    guarded('bulk', {
      operationId: 'submitCommands',
      summary: 'Submit many commands',
      description:
        'Decides each command with the same guards as on its own, whole or not at all, and answers it while the rest is still being sent. A refused row stops nothing. With dryRun every row is judged on the journey as it is and nothing is kept. An error midway ends the answer with a line {"problem": …}; the same body again completes the rest.',
    }),
    ApiConsumes(JSON_LINES),
    ApiBody({
      required: true,
      description: 'One command per line, with its journey and id.',
      schema: ref('CommandLine'),
    }),
    okLines('BulkRow', 'One row per command.'),
    Problems('fields-invalid', 'media-type-unsupported', 'shutting-down'),
  );

export const ApiUndo = (): MethodDecorator =>
  applyDecorators(
    guarded('bulk', {
      operationId: 'undoBatch',
      summary: 'Undo a bulk action',
      description:
        'Takes every command of a bulk action, a company failure, a merge or a migration back by commands of its own: facts are struck, moves reversed. What cannot be undone stays and says why. A second undo changes nothing.',
    }),
    pathParam('batch', 'Id of the bulk action.', 'agree-spring-2024'),
    okLines('UndoRow', 'One row per command that is undone.'),
    Problems('batch-unknown', 'fields-invalid', 'shutting-down', ...JSON_BODY_PROBLEMS),
  );
