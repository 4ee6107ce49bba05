import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { REFUSAL_CODES } from '@lotse/domain';
import { JSON_LINES } from '../../http/line-sender';
import { Problems } from '../problem-responses';
import { ref } from '../ref';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson, okLines } from './parts';

const REFUSED = REFUSAL_CODES.filter(
  (code) => !['line-unreadable', 'line-too-long', 'unknown-type'].includes(code),
);

const SAME =
  'Somebody of the same name and birthday whom the university nominated before is the same person; of other universities nothing is told. A university nominates for itself alone, a coordinator for the universities of the own programmes.';

export const ApiNominate = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'nominatePerson',
      summary: 'Nominate somebody new',
      description: `Enters a person and nominates them, both or neither, with the guards of the command nominate. The same id with the same body is answered as repeated. ${SAME}`,
    }),
    ApiBody({ required: true, description: 'One nomination.', schema: ref('NominationLine') }),
    createdJson('Nominated', 'Entered and nominated.'),
    okJson('Nominated', 'Repeated, or what would become of it.'),
    Problems(...REFUSED, ...JSON_BODY_PROBLEMS),
  );

export const ApiNominateList = (): MethodDecorator =>
  applyDecorators(
    guarded('journeys', {
      operationId: 'nominatePersons',
      summary: 'Nominate a list of new persons',
      description: `Decides each line as on its own, whole or not at all, and answers it while the rest is still being sent. A refused line stops nothing; somebody who stands in the list twice is refused the second time. ${SAME} An error midway ends the answer with a line {"problem": …}; the same body again completes the rest.`,
    }),
    ApiConsumes(JSON_LINES),
    ApiBody({ required: true, description: 'One nomination per line.', schema: ref('NominationLine') }),
    okLines('NominationRow', 'One row per line.'),
    Problems('fields-invalid', 'media-type-unsupported', 'shutting-down'),
  );
