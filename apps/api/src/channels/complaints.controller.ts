import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Channels, ComplaintSummary, Followed, StepOfAnswer } from '@lotse/journeys';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, type Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import {
  ApiAnonymousComplaint,
  ApiAnswerAnonymous,
  ApiComplaint,
  ApiComplaints,
  ApiFollowComplaint,
} from '../openapi/operations/channels.operations';
import { CHANNELS } from '../ports';
import { accepted } from '../problems/accepted';
import { fieldsProblem, Problem } from '../problems/problem';
import {
  AnonymousComplaintRequest,
  ComplaintAnswerRequest,
  FollowComplaintRequest,
} from './complaint.request';

const unknown = (): Problem => new Problem('complaint-unknown', { detail: 'There is no such complaint.' });

/** Acknowledging tells nothing yet; answering says what came of it. @throws Problem */
export function stepOf({ step, outcome }: ComplaintAnswerRequest): StepOfAnswer {
  if (step === 'acknowledged') return { step };
  if (outcome !== undefined) return { step, outcome };
  throw fieldsProblem([{ field: 'outcome', remedy: 'Say what came of it: an answer has an outcome.' }]);
}

@Controller('api/v1/complaints')
export class ComplaintsController {
  constructor(@Inject(CHANNELS) private readonly channels: Channels) {}

  /** Files a complaint that names nobody; no account is needed. */
  @Post('anonymous')
  @HttpCode(201)
  @JsonBody()
  @ApiAnonymousComplaint()
  async file(
    @Body(new EnvelopePipe(AnonymousComplaintRequest)) request: AnonymousComplaintRequest,
  ): Promise<{ readonly id: string }> {
    const { id, programme, organisation, text, code } = request;
    const complaint = { id, programme, text, ...(organisation === undefined ? {} : { organisation }) };
    const filed = await runWithScope(EVERYTHING, () =>
      this.channels.complaints.fileAnonymously(complaint, code),
    );
    return { id: accepted(filed).id };
  }

  /** What became of it, for whoever has the code. */
  @Post('anonymous/answer')
  @HttpCode(200)
  @JsonBody()
  @ApiFollowComplaint()
  async follow(
    @Body(new EnvelopePipe(FollowComplaintRequest)) { code }: FollowComplaintRequest,
  ): Promise<Followed> {
    const followed = await runWithScope(EVERYTHING, () => this.channels.complaints.follow(code));
    if (followed === null) throw unknown();
    return followed;
  }

  /** Complaints of the programmes for which one is named. */
  @Get()
  @Allow('complaint.answer')
  @ApiComplaints()
  async list(
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly complaints: readonly ComplaintSummary[] }> {
    return { complaints: await this.channels.complaints.list(principal) };
  }

  /** The text of one without a name. */
  @Get(':complaint')
  @Allow('complaint.answer')
  @ApiComplaint()
  async read(
    @Param('complaint', new IdPipe('complaint')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ComplaintSummary & { readonly text: string }> {
    const complaint = await this.channels.complaints.read(id, principal);
    if (complaint === null) throw unknown();
    return complaint;
  }

  /** Acknowledges or answers one without a name. */
  @Post(':complaint/answers')
  @HttpCode(200)
  @JsonBody()
  @Allow('complaint.answer')
  @ApiAnswerAnonymous()
  async answer(
    @Param('complaint', new IdPipe('complaint')) id: string,
    @Body(new EnvelopePipe(ComplaintAnswerRequest)) request: ComplaintAnswerRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string }> {
    const answer = await this.channels.complaints.answerAnonymous(id, stepOf(request), principal);
    if (answer.result === 'refused' && answer.refusal.code === 'reference-unknown') throw unknown();
    accepted(answer);
    return { id };
  }
}
