import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Channels } from '@lotse/journeys';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, type Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ApiCloseEmergency, ApiOpenEmergency } from '../openapi/operations/channels.operations';
import { CHANNELS } from '../ports';
import { accepted } from '../problems/accepted';
import { Problem } from '../problems/problem';
import { EmergencyRequest } from './emergency.request';

/** Emergency access to one journey: with a reason, for hours, known to everybody concerned. */
@Controller('api/v1/journeys/:journey/emergency')
export class EmergenciesController {
  constructor(@Inject(CHANNELS) private readonly channels: Channels) {}

  /** Opens it; from then on the journey is read as its coordinators read it. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('emergency.open')
  @ApiOpenEmergency()
  async open(
    @Param('journey', new IdPipe('journey')) journey: string,
    @Body(new EnvelopePipe(EmergencyRequest)) { id, reason, hours }: EmergencyRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string; readonly until: string }> {
    const answer = await runWithScope(EVERYTHING, () =>
      this.channels.emergencies.open({ id, journey, reason, hours }, principal),
    );
    return { id, until: accepted(answer).until };
  }

  /** Ends it early. */
  @Delete(':emergency')
  @HttpCode(204)
  @Allow('emergency.open')
  @ApiCloseEmergency()
  async close(
    @Param('journey', new IdPipe('journey')) journey: string,
    @Param('emergency', new IdPipe('emergency')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    if (await this.channels.emergencies.close(id, journey, principal)) return;
    throw new Problem('emergency-unknown', { detail: `You have no emergency access ${id} open.` });
  }
}
