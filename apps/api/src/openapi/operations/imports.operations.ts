import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { JSON_LINES } from '../../http/line-sender';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { guarded, okLines } from './parts';

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
    okLines('LineAnswer', 'One answer per line.'),
    Problems('media-type-unsupported', 'shutting-down'),
  );
