import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { ApiCohort, ApiDirectory } from '../openapi/operations/cohort.operations';
import { COHORT } from '../ports';
import { CohortQuery, cohortLimit } from './cohort.query';
import type { SeenCohort } from './seen-cohort';

/** Many journeys at a glance, and the names of those who take part. */
@Controller('api/v1')
export class CohortController {
  constructor(@Inject(COHORT) private readonly cohort: SeenCohort) {}

  /** One page of journeys with names, milestones and tasks. */
  @Get('cohort')
  @Allow('journey.list')
  @ApiCohort()
  page(@Query(new EnvelopePipe(CohortQuery)) query: CohortQuery): ReturnType<SeenCohort['page']> {
    const { programme, cursor } = query;
    return this.cohort.page({
      limit: cohortLimit(query),
      ...(programme === undefined ? {} : { programme }),
      ...(cursor === undefined ? {} : { after: cursor }),
    });
  }

  /** Names of programmes and organisations. */
  @Get('directory')
  @Allow('directory.read')
  @ApiDirectory()
  directory(): ReturnType<SeenCohort['directory']> {
    return this.cohort.directory();
  }
}
