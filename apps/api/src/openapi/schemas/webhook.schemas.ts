import type { JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { instant, integer, listOf, object, oneOf, text } from './shapes';

const STATE = oneOf(['waiting', 'delivered', 'dead'], 'dead: nobody tries it again.');
const EXAMPLE = {
  id: 'funder-system',
  programme: 'kg-glass-2023',
  account: 'anna',
  host: 'reports.example.org',
  createdAt: '2025-01-10T12:00:00.000Z',
};

/** Webhooks and what they were told. */
export const webhookSchemas = (): JsonObject => ({
  Webhook: object(
    'An address that is told when a report is locked.',
    {
      id: text('Id.'),
      programme: text('Programme whose reports it is about.'),
      account: text('Whose it is.'),
      host: text('Host of the address; the rest stays sealed.'),
      createdAt: instant('Since when it is told.'),
    },
    { example: EXAMPLE },
  ),
  WebhookList: object(
    'Webhooks.',
    { webhooks: listOf(ref('Webhook'), 'By id.') },
    { example: { webhooks: [EXAMPLE] } },
  ),
  WebhookAdded: object(
    'A webhook with its secret, which is answered here and nowhere else.',
    { webhook: ref('Webhook'), secret: text('Secret of Standard Webhooks, with which messages are proved.') },
    { example: { webhook: EXAMPLE, secret: 'whsec_bm90IGEgcmVhbCBzZWNyZXQsIGFuIGV4YW1wbGUgYWxvbmU=' } },
  ),
  WebhookDeliveries: object(
    'What a webhook was told.',
    {
      deliveries: listOf(
        object(
          'A message.',
          {
            id: text('Id, also that of the message.'),
            account: text('Whose webhook.'),
            webhook: text('Webhook.'),
            report: text('Report that was locked.'),
            state: STATE,
            attempts: integer('How often it was tried.'),
            code: text('What the receiver or the way to it said last, such as http-503 or private-address.'),
            createdAt: instant('When it was made.'),
            triedAt: instant('When it was tried last.'),
          },
          { optional: ['code', 'triedAt'] },
        ),
        'Youngest first.',
      ),
    },
    {
      example: {
        deliveries: [
          {
            id: 'webhook.anna.funder-system.report-2025',
            account: 'anna',
            webhook: 'funder-system',
            report: 'report-2025',
            state: 'delivered',
            attempts: 1,
            createdAt: '2025-02-10T12:00:05.000Z',
            triedAt: '2025-02-10T12:00:06.000Z',
          },
        ],
      },
    },
  ),
  WebhookStanding: object(
    'What a message is now.',
    { id: text('Id.'), state: STATE },
    { example: { id: 'webhook.anna.funder-system.report-2025', state: 'waiting' } },
  ),
});
