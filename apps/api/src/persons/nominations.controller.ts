import { Body, Controller, Inject, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { textOf, type JsonObject } from '@lotse/domain';
import type { Journeys, NominationAnswer, Refused } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { JsonObjectPipe } from '../http/json-object.pipe';
import { JSON_LINES, LineSender } from '../http/line-sender';
import { MediaTypeGuard } from '../http/media-type.guard';
import { ApiNominate, ApiNominateList } from '../openapi/operations/nominations.operations';
import { JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { NominationsQuery } from './nominations.query';

/** New persons, by the university that nominates them. */
@Controller('api/v1/nominations')
export class NominationsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Enters one person and nominates them, both or neither. */
  @Post()
  @JsonBody()
  @Allow('person.nominate')
  @ApiNominate()
  async one(
    @Query(new EnvelopePipe(NominationsQuery)) { dryRun }: NominationsQuery,
    @Body(new JsonObjectPipe()) line: JsonObject,
    @CurrentOwner() submittedBy: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly id: string } & Exclude<NominationAnswer, Refused>> {
    const options = { sender: { submittedBy }, dryRun: dryRun === 'true' };
    const answer = accepted<NominationAnswer>(await this.journeys.nominatePerson(line, options));
    response.status(answer.result === 'accepted' ? 201 : 200);
    return { id: textOf(line.id), ...answer };
  }

  /** A list, each line answered as soon as it is decided. */
  @Post('list')
  @UseGuards(new MediaTypeGuard(JSON_LINES))
  @Allow('person.nominate')
  @ApiNominateList()
  async list(
    @Query(new EnvelopePipe(NominationsQuery)) { dryRun }: NominationsQuery,
    @CurrentOwner() submittedBy: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const options = { sender: { submittedBy }, dryRun: dryRun === 'true' };
    await this.lines.send(
      request,
      response,
      this.journeys.nominateLines(this.lines.upload(request), options),
    );
  }
}
