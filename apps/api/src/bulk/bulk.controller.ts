import { Body, Controller, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { JSON_LINES, LineSender } from '../http/line-sender';
import { MediaTypeGuard } from '../http/media-type.guard';
import { ApiBulk, ApiUndo } from '../openapi/operations/bulk.operations';
import { JOURNEYS } from '../ports';
import { Problem } from '../problems/problem';
import { BulkQuery } from './bulk.query';
import { UndoRequest } from './undo.request';

@Controller('api/v1/bulk')
export class BulkController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Applies commands as they come and answers each at once, while the rest is still being sent. */
  @Post()
  @UseGuards(new MediaTypeGuard(JSON_LINES))
  @Allow('command.bulk')
  @ApiBulk()
  async run(
    @Query(new EnvelopePipe(BulkQuery)) { batch, dryRun }: BulkQuery,
    @CurrentOwner() submittedBy: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const options = { batch, dryRun: dryRun === 'true', sender: { submittedBy } };
    await this.lines.send(request, response, this.journeys.bulkLines(this.lines.upload(request), options));
  }

  /** Takes a bulk action back, the youngest command of each journey first. */
  @Post(':batch/undo')
  @JsonBody()
  @Allow('command.undo')
  @ApiUndo()
  async undo(
    @Param('batch', new IdPipe('batch')) batch: string,
    @Body(new EnvelopePipe(UndoRequest)) { reason, approvedBy, dryRun }: UndoRequest,
    @CurrentOwner() submittedBy: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const second = approvedBy === undefined ? {} : { approvedBy };
    const options = { sender: { submittedBy }, reason, ...second, dryRun: dryRun === true };
    const none = new Problem('batch-unknown', {
      detail: `No command was accepted under ${batch}: there is nothing to undo.`,
    });
    await this.lines.send(request, response, this.journeys.undo(batch, options), none);
  }
}
