import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { DeliveryState, Webhook, WebhookDelivery, Webhooks } from '@lotse/reports';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { DEFAULT_LIMIT } from '../http/limit';
import {
  ApiAddWebhook,
  ApiRemoveWebhook,
  ApiSendWebhookAgain,
  ApiWebhookDeliveries,
  ApiWebhooks,
} from '../openapi/operations/webhooks.operations';
import { WEBHOOKS } from '../ports';
import { fieldsProblem, Problem } from '../problems/problem';
import { DeliveryIdPipe } from './delivery-id.pipe';
import { WebhookRequest } from './webhook.request';

const unknown = (): Problem =>
  new Problem('webhook-unknown', { detail: 'There is no webhook of that id among yours.' });

/** Addresses that are told when a report is locked; everybody reaches their own. */
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(@Inject(WEBHOOKS) private readonly webhooks: Webhooks) {}

  @Get()
  @Allow('webhook.manage')
  @ApiWebhooks()
  async list(): Promise<{ readonly webhooks: readonly Webhook[] }> {
    return { webhooks: await this.webhooks.list() };
  }

  /** Keeps an address; its secret is answered once. */
  @Post()
  @JsonBody()
  @Allow('webhook.add')
  @ApiAddWebhook()
  async add(
    @Body(new EnvelopePipe(WebhookRequest)) request: WebhookRequest,
    @CurrentOwner() account: string,
  ): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    const added = await this.webhooks.add(request, account);
    if (added.result === 'added') return { webhook: added.webhook, secret: added.secret };
    if (added.code === 'webhook-address') throw fieldsProblem([{ field: 'url', remedy: added.message }]);
    throw new Problem(added.code, { detail: added.message });
  }

  @Delete(':webhook')
  @HttpCode(204)
  @Allow('webhook.manage')
  @ApiRemoveWebhook()
  async remove(
    @Param('webhook', new IdPipe('webhook')) id: string,
    @CurrentOwner() account: string,
  ): Promise<void> {
    if (!(await this.webhooks.remove({ account, id }))) throw unknown();
  }

  /** What it was told, youngest first. */
  @Get(':webhook/deliveries')
  @Allow('webhook.manage')
  @ApiWebhookDeliveries()
  async deliveries(
    @Param('webhook', new IdPipe('webhook')) id: string,
    @CurrentOwner() account: string,
  ): Promise<{ readonly deliveries: readonly WebhookDelivery[] }> {
    const deliveries = await this.webhooks.deliveries({ account, id }, DEFAULT_LIMIT);
    if (deliveries === undefined) throw unknown();
    return { deliveries };
  }

  /** Sends a dead letter again. */
  @Post(':webhook/deliveries/:delivery')
  @HttpCode(200)
  @Allow('webhook.manage')
  @ApiSendWebhookAgain()
  async sendAgain(
    @Param('webhook', new IdPipe('webhook')) id: string,
    @Param('delivery', new DeliveryIdPipe()) delivery: string,
    @CurrentOwner() account: string,
  ): Promise<{ readonly id: string; readonly state: DeliveryState }> {
    const state = await this.webhooks.sendAgain({ account, id }, delivery);
    if (state === undefined) throw unknown();
    return { id: delivery, state };
  }
}
