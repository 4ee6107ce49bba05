import { Controller, Get, Inject } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { ApiSystem } from '../openapi/operations/system.operations';
import { MEASURE } from '../ports';
import { mustReachAll } from '../privacy/reached-person';
import { VERSION } from './version';
import type { Measure } from './measure';
import { checksOf, type Check } from './system-checks';

interface SystemAnswer {
  readonly version: string;
  readonly checkedAt: string;
  readonly checks: readonly Check[];
}

/** How the whole installation is. Journeys are named by id alone. */
@Controller('api/v1/system')
export class SystemController {
  constructor(@Inject(MEASURE) private readonly measure: Measure) {}

  /** Every part with its state, and what helps where something is wrong. */
  @Get()
  @Allow('system.read')
  @ApiSystem()
  async get(@CurrentPrincipal() principal: Principal): Promise<SystemAnswer> {
    mustReachAll(principal, 'system.read');
    const measured = await this.measure();
    return { version: VERSION, checkedAt: measured.at.toISOString(), checks: checksOf(measured) };
  }
}
