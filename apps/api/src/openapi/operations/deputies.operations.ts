import { applyDecorators } from '@nestjs/common';
import { ApiNoContentResponse, ApiParam } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

export const ApiDeputies = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'listDeputies',
      summary: 'List deputies of a day',
      description:
        'Who stands in for an account, or for whom an account stands in. Deputies that were withdrawn are left out.',
    }),
    okJson('Deputies', 'The deputies.'),
    Problems('fields-invalid'),
  );

export const ApiAddDeputy = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'addDeputy',
      summary: 'Name a deputy',
      description: 'From one day to another, both included. Several may stand in on one day.',
    }),
    createdJson('Deputy', 'It is named.'),
    Problems('fields-invalid', 'day-not-allowed', ...JSON_BODY_PROBLEMS),
  );

export const ApiWithdrawDeputy = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'withdrawDeputy',
      summary: 'Withdraw a deputy',
      description: 'From now on; what the deputy did before stays.',
    }),
    pathParam('account', 'Account that is stood in for.', 'anna'),
    ApiParam({
      name: 'number',
      description: 'Number of the deputy.',
      schema: { type: 'integer', minimum: 1 },
      example: 1,
    }),
    ApiNoContentResponse({ description: 'It is withdrawn.' }),
    Problems('deputy-unknown', 'fields-invalid'),
  );
