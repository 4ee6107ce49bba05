import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import type { Hold, Privacy } from '@lotse/privacy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { scopedId } from '../http/scoped-id';
import { ApiHolds, ApiLiftHold, ApiSetHold } from '../openapi/operations/privacy.operations';
import { PRIVACY } from '../ports';
import { Problem } from '../problems/problem';
import { askerOf, granted } from './granted';
import { mustReachPerson, reachesPerson } from './reached-person';
import { HoldRequest, LiftRequest } from './retention.request';

/** What keeps a person's data from being erased, with a reason. */
@Controller('api/v1/holds')
export class HoldsController {
  constructor(@Inject(PRIVACY) private readonly privacy: Privacy) {}

  /** Holds in force of persons that the asker reaches. */
  @Get()
  @Allow('retention.run')
  @ApiHolds()
  async list(@CurrentPrincipal() principal: Principal): Promise<{ readonly holds: readonly Hold[] }> {
    const holds: Hold[] = [];
    for (const hold of await this.privacy.holds.list())
      if (await reachesPerson(this.privacy, principal, 'retention.run', hold.person)) holds.push(hold);
    return { holds };
  }

  /** Sets one; the same again changes nothing. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('retention.run')
  @ApiSetHold()
  async set(
    @Body(new EnvelopePipe(HoldRequest)) { id: chosen, person, reason }: HoldRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string }> {
    await mustReachPerson(this.privacy, principal, 'retention.run', person);
    const id = scopedId([person], chosen);
    granted(await this.privacy.holds.set({ id, person, reason }, askerOf(principal)));
    return { id };
  }

  /** Ends one. */
  @Post(':hold/lift')
  @HttpCode(200)
  @JsonBody()
  @Allow('retention.run')
  @ApiLiftHold()
  async lift(
    @Param('hold', new IdPipe('hold')) id: string,
    @Body(new EnvelopePipe(LiftRequest)) { reason }: LiftRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string }> {
    const { holds } = await this.list(principal);
    if (!holds.some((hold) => hold.id === id))
      throw new Problem('hold-unknown', { detail: `There is no hold ${id} in force.` });
    granted(await this.privacy.holds.lift(id, reason, askerOf(principal)));
    return { id };
  }
}
