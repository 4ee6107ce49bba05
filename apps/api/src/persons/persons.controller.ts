import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { LineSender } from '../http/line-sender';
import { ApiMerge } from '../openapi/operations/persons.operations';
import { JOURNEYS } from '../ports';
import { fieldsProblem } from '../problems/problem';
import { MergeRequest } from './merge.request';

@Controller('api/v1/persons')
export class PersonsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Gives every journey of one record of a person to the other one. */
  @Post(':person/merge')
  @JsonBody()
  @Allow('person.merge')
  @ApiMerge()
  async merge(
    @Param('person', new IdPipe('person')) from: string,
    @Body(new EnvelopePipe(MergeRequest)) { into, reason, approvedBy, batch, dryRun }: MergeRequest,
    @CurrentOwner() submittedBy: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (from === into)
      throw fieldsProblem([{ field: 'into', remedy: 'Name another record than the first.' }]);
    const options = { batch, dryRun: dryRun === true, sender: { submittedBy } };
    const rows = this.journeys.mergePerson({ from, into, reason, approvedBy }, options);
    await this.lines.send(request, response, rows);
  }
}
