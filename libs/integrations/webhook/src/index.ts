export { isPublicAddress } from './public-address';
export { createWebhookSender, type WebhookSenderOptions } from './webhook-sender';
