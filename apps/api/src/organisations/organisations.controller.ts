import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { LineSender } from '../http/line-sender';
import { ApiFailure } from '../openapi/operations/organisations.operations';
import { JOURNEYS } from '../ports';
import { FailureRequest } from './failure.request';

@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Ends what a failed company has in every open journey. */
  @Post(':organisation/failure')
  @JsonBody()
  @Allow('organisation.fail')
  @ApiFailure()
  async fail(
    @Param('organisation', new IdPipe('organisation')) organisation: string,
    @Body(new EnvelopePipe(FailureRequest)) { on, reason, batch, dryRun }: FailureRequest,
    @CurrentOwner() submittedBy: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const options = { batch, dryRun: dryRun === true, sender: { submittedBy } };
    const rows = this.journeys.failOrganisation({ organisation, on, reason }, options);
    await this.lines.send(request, response, rows);
  }
}
