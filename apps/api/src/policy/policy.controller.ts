import { Controller, Get } from '@nestjs/common';
import {
  ACTIONS,
  may,
  OPENINGS,
  POLICY,
  TOPICS,
  type Grant,
  type PolicyRow,
  type Principal,
} from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { ApiPolicy } from '../openapi/operations/channels.operations';

/** What the asker may do, and the rows it follows from. */
interface PolicyAnswer {
  readonly grants: readonly Grant[];
  readonly actions: readonly string[];
  readonly rows: readonly PolicyRow[];
  readonly topics: typeof TOPICS;
  readonly openings: typeof OPENINGS;
}

@Controller('api/v1/policy')
export class PolicyController {
  /** One's own rights; who runs or oversees the system sees the whole table. */
  @Get()
  @Allow('policy.read')
  @ApiPolicy()
  get(@CurrentPrincipal() principal: Principal): PolicyAnswer {
    const { grants } = principal;
    const whole = may(principal, 'audit.read').ok;
    const roles = new Set(grants.map(({ role }) => role));
    return {
      grants,
      actions: ACTIONS.filter((action) => may(principal, action).ok),
      rows: whole ? POLICY : POLICY.filter(({ role }) => roles.has(role)),
      topics: TOPICS,
      openings: OPENINGS,
    };
  }
}
