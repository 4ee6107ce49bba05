import { applyDecorators } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const WEBHOOK = pathParam('webhook', 'Id of the webhook.', 'funder-system');

export const ApiWebhooks = (): MethodDecorator =>
  applyDecorators(
    guarded('webhooks', {
      operationId: 'listWebhooks',
      summary: 'List the own webhooks',
      description: 'Without their addresses and secrets, which stay sealed.',
    }),
    okJson('WebhookList', 'The webhooks.'),
    Problems(),
  );

export const ApiAddWebhook = (): MethodDecorator =>
  applyDecorators(
    guarded('webhooks', {
      operationId: 'addWebhook',
      summary: 'Be told when a report is locked',
      description:
        'From now on each report of the programme that two people have signed is told to the address: a CloudEvent in JSON, signed after Standard Webhooks with the secret, which is answered once. It is tried again for four days; redirects are not followed; addresses outside the public internet are refused.',
    }),
    createdJson('WebhookAdded', 'It is kept.'),
    Problems(
      'webhook-id-taken',
      'webhook-limit',
      'programme-unknown',
      'fields-invalid',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiRemoveWebhook = (): MethodDecorator =>
  applyDecorators(
    guarded('webhooks', {
      operationId: 'removeWebhook',
      summary: 'Remove a webhook',
      description: 'With it go its secret and what waits for it.',
    }),
    WEBHOOK,
    ApiNoContentResponse({ description: 'It is gone.' }),
    Problems('webhook-unknown', 'fields-invalid'),
  );

export const ApiWebhookDeliveries = (): MethodDecorator =>
  applyDecorators(
    guarded('webhooks', {
      operationId: 'listWebhookDeliveries',
      summary: 'List what a webhook was told',
      description:
        'The last 50 messages, youngest first, each with its attempts and what the receiver said last.',
    }),
    WEBHOOK,
    okJson('WebhookDeliveries', 'The messages.'),
    Problems('webhook-unknown', 'fields-invalid'),
  );

export const ApiSendWebhookAgain = (): MethodDecorator =>
  applyDecorators(
    guarded('webhooks', {
      operationId: 'sendWebhookAgain',
      summary: 'Send a dead message again',
      description: 'It waits for its delivery again. One that waits or was delivered stays as it is.',
    }),
    WEBHOOK,
    pathParam('delivery', 'Id of the message.', 'webhook.anna.funder-system.report-2025'),
    okJson('WebhookStanding', 'What the message is now.'),
    Problems('webhook-unknown', 'fields-invalid'),
  );
