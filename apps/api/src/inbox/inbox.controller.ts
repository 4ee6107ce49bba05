import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { InboxPage, Journeys, RemindAnswer } from '@lotse/journeys';
import type { Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ApiHandOver, ApiInbox, ApiRemind, ApiSnooze } from '../openapi/operations/inbox.operations';
import { JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { refusalProblem } from '../problems/problem';
import { ColleagueList } from './colleague-list';
import { HandoverRequest } from './handover.request';
import { inboxFilterOf, InboxQueryRequest } from './inbox.query';
import { RemindRequest } from './remind.request';
import { SnoozeRequest } from './snooze.request';

type Reminded = Exclude<RemindAnswer, { result: 'refused' }>;

@Controller('api/v1/inbox')
export class InboxController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly colleagues: ColleagueList,
  ) {}

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

  /** Has the mail of a task sent; the same day again changes nothing. */
  @Post('reminders')
  @HttpCode(201)
  @JsonBody()
  @Allow('inbox.remind')
  @ApiRemind()
  async remind(
    @Body(new EnvelopePipe(RemindRequest)) { journey, key }: RemindRequest,
    @CurrentOwner() submittedBy: string,
  ): Promise<Reminded> {
    return accepted(await this.journeys.remind(journey, key, { submittedBy }));
  }

  /** Hands a task to a colleague; the last word on it holds. */
  @Post('handovers')
  @HttpCode(201)
  @JsonBody()
  @Allow('inbox.snooze')
  @ApiHandOver()
  async handOver(
    @Body(new EnvelopePipe(HandoverRequest)) request: HandoverRequest,
    @CurrentPrincipal() { grants }: Principal,
    @CurrentOwner() submittedBy: string,
  ): Promise<HandoverRequest> {
    const { account } = request;
    if (!(await this.colleagues.of(grants)).some((colleague) => colleague.account === account))
      throw refusalProblem({
        code: 'reference-unknown',
        unmet: [
          {
            guard: 'colleague',
            who: [],
            remedy: `Hand it to a colleague of yours (GET /api/v1/inbox/colleagues): ${account} is none.`,
          },
        ],
      });
    accepted(await this.journeys.handOver(request, { submittedBy }));
    return request;
  }
}
