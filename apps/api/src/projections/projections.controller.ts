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
    @Body(new EnvelopePipe(ProjectionsRequest)) { programme, stale = false }: ProjectionsRequest,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const rows = withProgress(
      (onProgress) =>
        this.journeys.verifyProjections({
          ...(programme === undefined ? {} : { programme }),
          stale,
          onProgress,
        }),
      EVERY,
    );
    await this.lines.send(request, response, rows);
  }

  /** Writes every journey's rows anew from its facts. */
  @Post('rebuild')
  @JsonBody()
  @Allow('projection.rebuild')
  @ApiRebuild()
  async rebuild(
    @Body(new EnvelopePipe(ProjectionsRequest)) { programme, stale = false }: ProjectionsRequest,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const rows = withProgress(
      (onProgress) =>
        this.journeys.rebuildProjections({
          ...(programme === undefined ? {} : { programme }),
          stale,
          onProgress,
        }),
      EVERY,
    );
    await this.lines.send(request, response, rows);
  }
}
