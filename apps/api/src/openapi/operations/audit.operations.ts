import { applyDecorators } from '@nestjs/common';
import { Problems } from '../problem-responses';
import { guarded, okJson, pathParam } from './parts';

export const ApiAudit = (): MethodDecorator =>
  applyDecorators(
    guarded('audit', {
      operationId: 'listAudit',
      summary: 'List the audit',
      description:
        'Writes, reads, searches and refused attempts on personal data, youngest first: ids, codes and names of fields, no values.',
    }),
    okJson('AuditPage', 'One page.'),
    Problems('fields-invalid'),
  );

export const ApiOwnAccesses = (): MethodDecorator =>
  applyDecorators(
    guarded('audit', {
      operationId: 'listOwnAccesses',
      summary: "Show who reached one's own data",
      description:
        'For candidates: when, what was done and why, with the roles of whoever it was and not their names. Empty for everybody else.',
    }),
    okJson('OwnAccesses', 'One page.'),
    Problems('fields-invalid'),
  );

export const ApiAccesses = (): MethodDecorator =>
  applyDecorators(
    guarded('audit', {
      operationId: 'listAccesses',
      summary: 'Show who reached what of a person',
      description:
        'Who read, wrote or searched what of a person, when and why, through records and journeys.',
    }),
    pathParam('person', 'Id of the person.', 'p01'),
    okJson('AuditPage', 'One page.'),
    Problems('fields-invalid'),
  );
