import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { InboxPage, Journeys } from '@lotse/journeys';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ApiHandOver, ApiInbox, ApiSnooze } from '../openapi/operations/inbox.operations';
import { JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { HandoverRequest } from './handover.request';
import { inboxFilterOf, InboxQueryRequest } from './inbox.query';
import { SnoozeRequest } from './snooze.request';

@Controller('api/v1/inbox')
export class InboxController {
  constructor(@Inject(JOURNEYS) private readonly journeys: Journeys) {}

  /** One page of what is to be done, earliest due first. */
  @Get()
  @Allow('inbox.read')
  @ApiInbox()
  async list(@Query(new EnvelopePipe(InboxQueryRequest)) query: InboxQueryRequest): Promise<InboxPage> {
    return this.journeys.inbox(inboxFilterOf(query));
  }

  /** Puts a task off; the last word on it holds. */
  @Post('snoozes')
  @HttpCode(201)
  @JsonBody()
  @Allow('inbox.snooze')
  @ApiSnooze()
  async snooze(
    @Body(new EnvelopePipe(SnoozeRequest)) request: SnoozeRequest,
    @CurrentOwner() submittedBy: string,
  ): Promise<SnoozeRequest> {
    const { journey, key, followUpOn } = request;
    accepted(await this.journeys.snooze(journey, key, followUpOn, { submittedBy }));
    return request;
  }

  /** Hands a task to an account; the last word on it holds. */
  @Post('handovers')
  @HttpCode(201)
  @JsonBody()
  @Allow('inbox.snooze')
  @ApiHandOver()
  async handOver(
    @Body(new EnvelopePipe(HandoverRequest)) request: HandoverRequest,
    @CurrentOwner() submittedBy: string,
  ): Promise<HandoverRequest> {
    accepted(await this.journeys.handOver(request, { submittedBy }));
    return request;
  }
}
