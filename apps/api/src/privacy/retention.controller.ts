import { dayInBerlin } from '@lotse/domain';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, type Principal } from '@lotse/policy';
import type { DueItem, Privacy, RetentionReport } from '@lotse/privacy';
import { NOW } from '../audit/audit.tokens';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ApiRetention, ApiRetentionRun } from '../openapi/operations/privacy.operations';
import { PRIVACY } from '../ports';
import { fieldsProblem } from '../problems/problem';
import { askerOf } from './granted';
import { mustReachAll, reachesAll, reachesPerson } from './reached-person';
import { RetentionQuery, RetentionRunRequest } from './retention.request';

/** What is kept no longer than it may be. */
@Controller('api/v1/retention')
export class RetentionController {
  constructor(
    @Inject(PRIVACY) private readonly privacy: Privacy,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  private today(): string {
    return dayInBerlin(this.now());
  }

  /** What is due on a day; who holds only some programmes sees their persons. */
  @Get()
  @Allow('retention.read')
  @ApiRetention()
  async list(
    @Query(new EnvelopePipe(RetentionQuery)) { on = this.today() }: RetentionQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly on: string; readonly due: readonly DueItem[] }> {
    const due = await runWithScope(EVERYTHING, () => this.privacy.retention.due(on));
    if (reachesAll(principal, 'retention.read')) return { on, due };
    const seen: DueItem[] = [];
    for (const item of due)
      if (
        item.person !== undefined &&
        (await reachesPerson(this.privacy, principal, 'retention.read', item.person))
      )
        seen.push(item);
    return { on, due: seen };
  }

  /** Erases and minimises what is due. */
  @Post('run')
  @HttpCode(200)
  @JsonBody()
  @Allow('retention.run')
  @ApiRetentionRun()
  async run(
    @Body(new EnvelopePipe(RetentionRunRequest)) { on }: RetentionRunRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RetentionReport & { readonly on: string }> {
    mustReachAll(principal, 'retention.run');
    if (on > this.today())
      throw fieldsProblem([
        { field: 'on', remedy: 'Nothing is erased before it is due: take today or earlier.' },
      ]);
    const report = await runWithScope(EVERYTHING, () => this.privacy.retention.run(on, askerOf(principal)));
    return { on, ...report };
  }
}
