import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Channels, Journeys, TimelineEntry } from '@lotse/journeys';
import type { Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import {
  ApiAnswerComplaint,
  ApiFileComplaint,
  ApiJourneyComplaints,
} from '../openapi/operations/channels.operations';
import { CHANNELS, JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { ComplaintAnswerRequest, ComplaintRequest } from './complaint.request';
import { stepOf } from './complaints.controller';

const KINDS: readonly string[] = ['complain', 'answer-complaint'];

/** The confidential channel in one journey: facts that the company and the mentor never see. */
@Controller('api/v1/journeys/:journey/complaints')
export class JourneyComplaintsController {
  constructor(
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(JOURNEYS) private readonly journeys: Journeys,
  ) {}

  /** The complaints of the journey with their steps, as far as they are the asker's to read. */
  @Get()
  @Allow('complaint.read')
  @ApiJourneyComplaints()
  async list(@Param('journey') journey: string): Promise<{ readonly facts: readonly TimelineEntry[] }> {
    const facts = await this.journeys.timeline(journey);
    return { facts: (facts ?? []).filter(({ kind }) => KINDS.includes(kind)) };
  }

  /** Files a complaint as the candidate. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('complaint.file')
  @ApiFileComplaint()
  async file(
    @Param('journey') journey: string,
    @Body(new EnvelopePipe(ComplaintRequest)) { id, text }: ComplaintRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string }> {
    accepted(await this.channels.complaints.fileNamed({ id, journey, text }, principal));
    return { id };
  }

  /** Acknowledges or answers, through the one door. */
  @Post(':complaint/answers')
  @HttpCode(200)
  @JsonBody()
  @Allow('complaint.answer')
  @ApiAnswerComplaint()
  async answer(
    @Param('journey') journey: string,
    @Param('complaint', new IdPipe('complaint')) complaint: string,
    @Body(new EnvelopePipe(ComplaintAnswerRequest)) request: ComplaintAnswerRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string }> {
    const { id = `${complaint}.${request.step}`, by = 'coordinator' } = request;
    accepted(
      await this.channels.complaints.answerNamed({ id, journey, complaint, by }, stepOf(request), principal),
    );
    return { id };
  }
}
