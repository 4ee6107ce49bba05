import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { LineSender } from '../http/line-sender';
import { ApiMigrate, ApiSimulate } from '../openapi/operations/cohorts.operations';
import { JOURNEYS } from '../ports';
import { CohortRequest, MigrationRequest } from './cohort.request';
import { TemplateIdPipe } from './template-id.pipe';

/** Running journeys under another template. */
@Controller('api/v1/templates/:template')
export class CohortsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Where each open journey of a programme would stand; a draft will do. Keeps nothing. */
  @Post('simulate')
  @JsonBody()
  @Allow('template.simulate')
  @ApiSimulate()
  async simulate(
    @Param('template', new TemplateIdPipe()) template: string,
    @Body(new EnvelopePipe(CohortRequest)) { programme, mapping = {} }: CohortRequest,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const rows = this.journeys.simulateTemplate({ template, programme, mapping });
    await this.lines.send(request, response, rows);
  }

  /** Moves each open journey by a command of its own; those that cannot map stay and say why. */
  @Post('migrate')
  @JsonBody()
  @Allow('template.migrate')
  @ApiMigrate()
  async migrate(
    @Param('template', new TemplateIdPipe()) template: string,
    @Body(new EnvelopePipe(MigrationRequest)) cohort: MigrationRequest,
    @CurrentOwner() submittedBy: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { programme, mapping = {}, reason, batch, dryRun } = cohort;
    const rows = this.journeys.migrateTemplate(
      { template, programme, mapping, reason },
      { batch, dryRun: dryRun === true, sender: { submittedBy } },
    );
    await this.lines.send(request, response, rows);
  }
}
