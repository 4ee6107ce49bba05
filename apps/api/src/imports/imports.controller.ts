import { Controller, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { JSON_LINES, LineSender } from '../http/line-sender';
import { MediaTypeGuard } from '../http/media-type.guard';
import { ApiImport } from '../openapi/operations/imports.operations';
import { JOURNEYS } from '../ports';

@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Applies JSON Lines as they come and answers each line at once, while the rest is still being sent. */
  @Post()
  @UseGuards(new MediaTypeGuard(JSON_LINES))
  @Allow('import.run')
  @ApiImport()
  async import(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentOwner() submittedBy: string,
  ): Promise<void> {
    const answers = this.journeys.importLines(this.lines.upload(request), { submittedBy });
    await this.lines.send(request, response, answers);
  }
}
