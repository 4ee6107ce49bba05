import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Action, Principal } from '@lotse/policy';
import type {
  AuditRoom,
  Note,
  NoteAnswer,
  Reporting,
  Sample,
  SampleAnswer,
  SampleRefusal,
  SampleRow,
} from '@lotse/reports';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { mayIn, reached } from '../figures/reached';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ProgrammeQuery } from '../http/programme.query';
import { scopedId } from '../http/scoped-id';
import {
  ApiAnswerFinding,
  ApiDraw,
  ApiFind,
  ApiOpenRoom,
  ApiSample,
  ApiSamples,
  ApiSettle,
} from '../openapi/operations/samples.operations';
import { REPORTING } from '../ports';
import { askerOf } from '../privacy/granted';
import { Problem } from '../problems/problem';
import { AnswerRequest, FindingRequest, OutcomeRequest, RoomRequest, SampleRequest } from './sample.request';

function accepted<Answer extends { readonly result: string }>(
  answer: Answer | SampleRefusal,
): Exclude<Answer, SampleRefusal> {
  if (isRefusal(answer)) throw new Problem(answer.code, { detail: answer.message });
  return answer as Exclude<Answer, SampleRefusal>;
}
const isRefusal = (answer: { readonly result: string }): answer is SampleRefusal =>
  answer.result === 'refused';

type Noted = Exclude<NoteAnswer, SampleRefusal>;

/** Samples: drawn with a seed, with findings, a contradiction phase and outcomes; rooms that open them to an auditor. */
@Controller('api/v1/samples')
export class SamplesController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  /** Of a programme, youngest first. */
  @Get()
  @Allow('evidence.sample')
  @ApiSamples()
  async list(
    @Query(new EnvelopePipe(ProgrammeQuery)) query: ProgrammeQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly programme: string; readonly samples: readonly SampleRow[] }> {
    const { programme } = await reached(this.reporting, principal, 'evidence.sample', query);
    return { programme, samples: await this.reporting.samples.list(programme) };
  }

  /** Draws one; the same order again is answered as repeated. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('evidence.sample')
  @ApiDraw()
  async draw(
    @Body(new EnvelopePipe(SampleRequest)) request: SampleRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Exclude<SampleAnswer, SampleRefusal>> {
    const report =
      request.report === undefined ? undefined : await this.reporting.reports.find(request.report, 'figures');
    if (
      request.report !== undefined &&
      (report === undefined || !mayIn(principal, 'report.read', report.programme))
    )
      throw new Problem('report-unknown', { detail: `There is no report ${request.report}.` });
    const { programme } = await reached(this.reporting, principal, 'evidence.sample', {
      programme: report?.programme ?? request.programme,
    });
    const { id, asOf, knownAt, indicator, share, seed, answersUntil } = request;
    const order = {
      id: scopedId([programme], id),
      programme,
      report: request.report,
      asOf,
      knownAt,
      indicator,
      share,
      seed,
      answersUntil,
    };
    return accepted(await this.reporting.samples.draw(order, askerOf(principal)));
  }

  /** One with its units. */
  @Get(':sample')
  @Allow('evidence.sample')
  @ApiSample()
  get(
    @Param('sample', new IdPipe('sample')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Sample> {
    return this.mustReach(id, 'evidence.sample', principal);
  }

  /** What an auditor finds. */
  @Post(':sample/findings')
  @HttpCode(200)
  @JsonBody()
  @Allow('evidence.find')
  @ApiFind()
  find(
    @Param('sample', new IdPipe('sample')) id: string,
    @Body(new EnvelopePipe(FindingRequest)) { unit, text, finding }: FindingRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Noted> {
    return this.note(id, 'evidence.find', unit, { finding, text }, principal);
  }

  /** What the carrier says to it, until the last day of the contradiction phase. */
  @Post(':sample/answers')
  @HttpCode(200)
  @JsonBody()
  @Allow('evidence.answer')
  @ApiAnswerFinding()
  answer(
    @Param('sample', new IdPipe('sample')) id: string,
    @Body(new EnvelopePipe(AnswerRequest)) { unit, text, answer }: AnswerRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Noted> {
    return this.note(id, 'evidence.answer', unit, { answer, text }, principal);
  }

  /** How it ends. */
  @Post(':sample/outcomes')
  @HttpCode(200)
  @JsonBody()
  @Allow('evidence.find')
  @ApiSettle()
  settle(
    @Param('sample', new IdPipe('sample')) id: string,
    @Body(new EnvelopePipe(OutcomeRequest)) { unit, text, outcome }: OutcomeRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Noted> {
    return this.note(id, 'evidence.find', unit, { outcome, text }, principal);
  }

  /** Opens it to one auditor. */
  @Post(':sample/rooms')
  @HttpCode(201)
  @JsonBody()
  @Allow('room.open')
  @ApiOpenRoom()
  async open(
    @Param('sample', new IdPipe('sample')) sample: string,
    @Body(new EnvelopePipe(RoomRequest)) { id, account, from, to }: RoomRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly result: 'opened'; readonly room: AuditRoom }> {
    await this.mustReach(sample, 'room.open', principal);
    const room = { id: scopedId([sample], id), sample, account, from, to };
    return accepted(await this.reporting.samples.openRoom(room, askerOf(principal)));
  }

  private async note(
    id: string,
    action: Action,
    unit: string,
    note: Note,
    principal: Principal,
  ): Promise<Noted> {
    await this.mustReach(id, action, principal);
    return accepted(await this.reporting.samples.note(id, unit, note, askerOf(principal)));
  }

  private async mustReach(id: string, action: Action, principal: Principal): Promise<Sample> {
    const sample = await this.reporting.samples.find(id);
    if (sample === undefined || !mayIn(principal, action, sample.programme))
      throw new Problem('sample-unknown', { detail: `There is no sample ${id}.` });
    return sample;
  }
}
