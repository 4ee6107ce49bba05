import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Redaction, Reporting } from '@lotse/reports';
import { Allow } from '../auth/allow.decorator';
import { IdPipe } from '../http/id.pipe';
import { ApiJourneyRedactions } from '../openapi/operations/redactions.operations';
import { REPORTING } from '../ports';

/** Redacted versions of a journey's documents, also those that wait for the second person. */
@Controller('api/v1/journeys/:journey/redactions')
export class JourneyRedactionsController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  /** Youngest first. */
  @Get()
  @Allow('redaction.make')
  @ApiJourneyRedactions()
  async list(
    @Param('journey', new IdPipe('journey')) journey: string,
  ): Promise<{ readonly journey: string; readonly redactions: readonly Redaction[] }> {
    return { journey, redactions: await this.reporting.redactions.ofJourney(journey) };
  }
}
