import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { shownTag } from '../http/etag';
import { ID } from '../http/ids';
import { limitOf } from '../http/limit';
import { ApiJourney, ApiJourneys, ApiTimeline } from '../openapi/operations/journeys.operations';
import { JOURNEYS } from '../ports';
import { Problem } from '../problems/problem';
import { JourneyPageResponse } from './journey-page.response';
import { JourneyResponse } from './journey.response';
import { ListJourneysQuery } from './list-journeys.query';
import { TimelineResponse } from './timeline.response';

/** What is not even an id is not asked for: it may hold what PostgreSQL cannot. */
async function found<Value>(journey: string, read: (id: string) => Promise<Value | null>): Promise<Value> {
  const value = ID.test(journey) ? await read(journey) : null;
  if (value !== null) return value;
  throw new Problem('journey-unknown', {
    detail: ID.test(journey) ? `There is no journey ${journey}.` : 'There is no journey of that id.',
  });
}

@Controller('api/v1/journeys')
export class JourneysController {
  constructor(@Inject(JOURNEYS) private readonly journeys: Journeys) {}

  /** One page of journeys by id. */
  @Get()
  @Allow('journey.list')
  @ApiJourneys()
  async list(
    @Query(new EnvelopePipe(ListJourneysQuery)) query: ListJourneysQuery,
  ): Promise<JourneyPageResponse> {
    const { cursor, limit: _text, ...filter } = query;
    const after = cursor === undefined ? {} : { after: cursor };
    return new JourneyPageResponse(
      await this.journeys.listJourneys({ ...filter, ...after, limit: limitOf(query) }),
    );
  }

  /** One journey as of now; 304 while all that is shown is as in the answer of `If-None-Match`. */
  @Get(':journey')
  @Allow('journey.read')
  @ApiJourney()
  async get(
    @Param('journey') journey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JourneyResponse> {
    const shown = new JourneyResponse(await found(journey, (id) => this.journeys.getJourney(id)));
    // Express answers 304 by itself when the tag is that of If-None-Match.
    response
      .setHeader('ETag', shownTag(shown.version, shown))
      .setHeader('Cache-Control', 'private, no-cache');
    return shown;
  }

  /** Every fact of one journey in order. */
  @Get(':journey/timeline')
  @Allow('journey.timeline')
  @ApiTimeline()
  async timeline(@Param('journey') journey: string): Promise<TimelineResponse> {
    return new TimelineResponse(journey, await found(journey, (id) => this.journeys.timeline(id)));
  }
}
