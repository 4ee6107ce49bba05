import { applyDecorators } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const CONTACT_POINT = pathParam('contactPoint', 'Id of the contact point, made by the sender.', 'office');
const MAIL = pathParam('mail', 'Id of the mail.', 'mail.office.2024-02-01');

export const ApiContactPoints = (): MethodDecorator =>
  applyDecorators(
    guarded('mail', {
      operationId: 'listContactPoints',
      summary: 'List mail addresses',
      description:
        'Whom the mails of a programme reach, and in which language. Addresses are never answered.',
    }),
    okJson('ContactPoints', 'The contact points.'),
    Problems('fields-invalid', 'programme-unknown'),
  );

export const ApiPutContactPoint = (): MethodDecorator =>
  applyDecorators(
    guarded('mail', {
      operationId: 'putContactPoint',
      summary: 'Keep a mail address',
      description: 'In the place of an earlier one of the same id. The address is stored encrypted.',
    }),
    CONTACT_POINT,
    ApiNoContentResponse({ description: 'It is kept.' }),
    Problems('fields-invalid', 'programme-unknown', ...JSON_BODY_PROBLEMS),
  );

export const ApiRemoveContactPoint = (): MethodDecorator =>
  applyDecorators(
    guarded('mail', {
      operationId: 'removeContactPoint',
      summary: 'Remove a mail address',
      description:
        'With the address go its key and what waits for it. Harmless when there is none of the id.',
    }),
    CONTACT_POINT,
    ApiNoContentResponse({ description: 'There is none of the id any more.' }),
    Problems('fields-invalid'),
  );

export const ApiDeadLetters = (): MethodDecorator =>
  applyDecorators(
    guarded('mail', {
      operationId: 'listDeadLetters',
      summary: 'List dead letters',
      description: 'Mails that a server refused for good or that nobody will try again, youngest first.',
    }),
    okJson('DeadLetters', 'The mails.'),
    Problems('fields-invalid'),
  );

export const ApiSendAgain = (): MethodDecorator =>
  applyDecorators(
    guarded('mail', {
      operationId: 'sendMailAgain',
      summary: 'Send a dead letter again',
      description:
        'It waits for its delivery again, to the address as it is now. One that waits or was delivered stays as it is.',
    }),
    MAIL,
    okJson('MailStanding', 'What the mail is now.'),
    Problems('mail-unknown'),
  );

export const ApiDropMail = (): MethodDecorator =>
  applyDecorators(
    guarded('mail', {
      operationId: 'dropMail',
      summary: 'Drop a dead letter',
      description: 'Gives it up for good: what it tells of is still in the inbox.',
    }),
    MAIL,
    ApiNoContentResponse({ description: 'It is dropped.' }),
    Problems('mail-unknown', 'mail-not-dead'),
  );
