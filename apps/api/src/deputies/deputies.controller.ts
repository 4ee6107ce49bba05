import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { DeputyRow, Journeys } from '@lotse/journeys';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ApiAddDeputy, ApiDeputies, ApiWithdrawDeputy } from '../openapi/operations/deputies.operations';
import { JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { fieldsProblem } from '../problems/problem';
import { DeputiesQuery } from './deputies.query';
import { DeputyRequest } from './deputy.request';
import { NumberPipe } from './number.pipe';

@Controller('api/v1/deputies')
export class DeputiesController {
  constructor(@Inject(JOURNEYS) private readonly journeys: Journeys) {}

  /** Who stands in for an account on a day, or for whom an account stands in. */
  @Get()
  @Allow('deputy.manage')
  @ApiDeputies()
  async list(
    @Query(new EnvelopePipe(DeputiesQuery)) { account, deputy, on }: DeputiesQuery,
  ): Promise<{ readonly deputies: readonly DeputyRow[] }> {
    if (account !== undefined && deputy === undefined)
      return { deputies: await this.journeys.deputiesOf(account, on) };
    if (deputy !== undefined && account === undefined)
      return { deputies: await this.journeys.actingFor(deputy, on) };
    throw fieldsProblem([{ field: 'account', remedy: 'Give account or deputy: one of the two.' }]);
  }

  /** Names a deputy. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('deputy.manage')
  @ApiAddDeputy()
  async add(
    @Body(new EnvelopePipe(DeputyRequest)) { account, deputy, from, to }: DeputyRequest,
    @CurrentOwner() submittedBy: string,
  ): Promise<DeputyRow> {
    const row = { account, deputy, from, to };
    const { number } = accepted(await this.journeys.addDeputy(row, { submittedBy }));
    return { ...row, number };
  }

  /** Withdraws a deputy from now on. */
  @Delete(':account/:number')
  @HttpCode(204)
  @Allow('deputy.manage')
  @ApiWithdrawDeputy()
  async withdraw(
    @Param('account', new IdPipe('account')) account: string,
    @Param('number', new NumberPipe()) number: number,
    @CurrentOwner() submittedBy: string,
  ): Promise<void> {
    accepted(await this.journeys.withdrawDeputy(account, number, { submittedBy }), 'deputy-unknown');
  }
}
