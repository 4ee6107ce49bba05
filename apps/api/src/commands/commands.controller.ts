import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { Journeys, PreviewAnswer, Refused } from '@lotse/journeys';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { etagOf } from '../http/etag';
import { JsonBody } from '../http/json-body.decorator';
import { ApiCommand, ApiPreview } from '../openapi/operations/commands.operations';
import { JOURNEYS } from '../ports';
import { refusalProblem } from '../problems/problem';
import { accepted } from '../problems/accepted';
import { commandBody } from './command-body';
import { CommandRequest } from './command.request';
import { CommandResponse } from './command.response';

@Controller('api/v1/journeys/:journey/commands')
export class CommandsController {
  constructor(@Inject(JOURNEYS) private readonly journeys: Journeys) {}

  /** Submits one command: 201 when accepted, 200 when it was accepted before, else a problem. */
  @Post()
  @JsonBody()
  @Allow('command.submit')
  @ApiCommand()
  async submit(
    @Param('journey') journey: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Body(new EnvelopePipe(CommandRequest)) request: CommandRequest,
    @CurrentOwner() submittedBy: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandResponse> {
    const ifMatch = headers['if-match'];
    const body = commandBody(request, { journey, idempotencyKey: headers['idempotency-key'], ifMatch });
    const answer = await this.journeys.submit(body, { submittedBy });
    if (answer.result === 'refused') {
      const { refusal, version } = answer;
      const missed = refusal.code === 'version-conflict' && ifMatch !== undefined;
      throw refusalProblem(refusal, {
        ...(version === undefined ? {} : { version }),
        ...(missed ? { as: 'precondition-failed' } : {}),
      });
    }
    response.status(answer.result === 'accepted' ? 201 : 200).setHeader('ETag', etagOf(answer.version));
    return new CommandResponse(body.id, journey, answer.result, answer.version);
  }

  /** What the command would change; keeps nothing. */
  @Post('preview')
  @HttpCode(200)
  @JsonBody()
  @Allow('command.preview')
  @ApiPreview()
  async preview(
    @Param('journey') journey: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Body(new EnvelopePipe(CommandRequest)) request: CommandRequest,
    @CurrentOwner() submittedBy: string,
  ): Promise<Exclude<PreviewAnswer, Refused>> {
    const { 'if-match': ifMatch, 'idempotency-key': idempotencyKey } = headers;
    const body = commandBody(request, { journey, idempotencyKey, ifMatch });
    return accepted(await this.journeys.preview(body, { submittedBy }));
  }
}
