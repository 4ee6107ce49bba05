import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { guarded, JSON_LINES } from './parts';

export const ApiImport = (): MethodDecorator =>
  applyDecorators(
    guarded('imports', {
      operationId: 'importLines',
      summary: 'Import JSON Lines',
      description:
        'Applies records and commands in the order of their lines, each at most 1 MiB, and answers each line while the rest is still being sent. A refused line stops nothing. The same file again changes nothing twice. An error midway ends the answer with a line {"problem": …}.',
    }),
    ApiConsumes(JSON_LINES),
    ApiBody({ required: true, description: 'One record or command per line.', schema: ref('ImportLine') }),
    ApiOkResponse({
      description: 'One answer per line.',
      content: { [JSON_LINES]: { schema: ref('LineAnswer') } },
    }),
    Problems('media-type-unsupported', 'shutting-down'),
  );
