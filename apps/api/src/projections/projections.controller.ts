import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { LineSender } from '../http/line-sender';
import { ApiRebuild, ApiVerify } from '../openapi/operations/projections.operations';
import { JOURNEYS } from '../ports';
import { ProjectionsRequest } from './projections.request';
import { withProgress } from './with-progress';

/** Journeys between two lines of progress: a few seconds. */
const EVERY = 200;

@Controller('api/v1/projections')
export class ProjectionsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Compares every journey's rows with what its facts give. */
  @Post('verify')
  @JsonBody()
  @Allow('projection.verify')
  @ApiVerify()
  async verify(
    @Body(new EnvelopePipe(ProjectionsRequest)) asked: ProjectionsRequest,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer('verifyProjections', asked, request, response);
  }

  /** Writes every journey's rows anew from its facts. */
  @Post('rebuild')
  @JsonBody()
  @Allow('projection.rebuild')
  @ApiRebuild()
  async rebuild(
    @Body(new EnvelopePipe(ProjectionsRequest)) asked: ProjectionsRequest,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer('rebuildProjections', asked, request, response);
  }

  private async answer(
    run: 'verifyProjections' | 'rebuildProjections',
    { programme, stale = false }: ProjectionsRequest,
    request: Request,
    response: Response,
  ): Promise<void> {
    const which = { ...(programme === undefined ? {} : { programme }), stale };
    const rows = withProgress((onProgress) => this.journeys[run]({ ...which, onProgress }), EVERY);
    await this.lines.send(request, response, rows);
  }
}
