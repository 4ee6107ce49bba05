import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { Action, Principal } from '@lotse/policy';
import type { Report, ReportAnswer, Reporting, ReportProof, ReportSummary } from '@lotse/reports';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { mayIn, reached, sightOf } from '../figures/reached';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ProgrammeQuery } from '../http/programme.query';
import { scopedId } from '../http/scoped-id';
import {
  ApiPropose,
  ApiReport,
  ApiReportProof,
  ApiReports,
  ApiSign,
  ApiWithdraw,
} from '../openapi/operations/reports.operations';
import { REPORTING } from '../ports';
import { askerOf } from '../privacy/granted';
import { Problem } from '../problems/problem';
import { ReportRequest } from './report.request';

type Accepted = Exclude<ReportAnswer, { readonly result: 'refused' }>;

function accepted(answer: ReportAnswer): Accepted {
  if (answer.result !== 'refused') return answer;
  throw new Problem(answer.code, { detail: answer.message });
}

const unknown = (id: string): Problem =>
  new Problem('report-unknown', { detail: `There is no report ${id}.` });

/** Reports: proposed, signed by two people, locked. */
@Controller('api/v1/reports')
export class ReportsController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  /** Of a programme, youngest first. */
  @Get()
  @Allow('report.read')
  @ApiReports()
  async list(
    @Query(new EnvelopePipe(ProgrammeQuery)) query: ProgrammeQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly programme: string; readonly reports: readonly ReportSummary[] }> {
    const { programme } = await reached(this.reporting, principal, 'report.read', query);
    return { programme, reports: await this.reporting.reports.list(programme) };
  }

  /** Counts and freezes; two people sign it then. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('report.propose')
  @ApiPropose()
  async propose(
    @Body(new EnvelopePipe(ReportRequest)) { id, programme: named, asOf, knownAt, from }: ReportRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Accepted> {
    const { programme } = await reached(this.reporting, principal, 'report.propose', {
      programme: named,
    });
    const proposal = { id: scopedId([programme], id), programme, asOf, knownAt, from };
    return accepted(await this.reporting.reports.propose(proposal, askerOf(principal)));
  }

  /** As it was proposed and signed. */
  @Get(':report')
  @Allow('report.read')
  @ApiReport()
  async get(
    @Param('report', new IdPipe('report')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    const { programme } = await this.mustReach(id, 'report.read', principal);
    const report = await this.reporting.reports.find(id, sightOf(principal, programme));
    if (report === undefined) throw unknown(id);
    response.setHeader(
      'ETag',
      `"${report.sha256.slice(0, 16)}.${report.signatures.length}${report.state[0]}"`,
    );
    return report;
  }

  /** Signs; the second person locks it. */
  @Post(':report/signatures')
  @HttpCode(200)
  @Allow('report.sign')
  @ApiSign()
  async sign(
    @Param('report', new IdPipe('report')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Accepted> {
    await this.mustReach(id, 'report.sign', principal);
    return accepted(await this.reporting.reports.sign(id, askerOf(principal)));
  }

  /** Takes a proposal back. */
  @Post(':report/withdrawal')
  @HttpCode(200)
  @Allow('report.propose')
  @ApiWithdraw()
  async withdraw(
    @Param('report', new IdPipe('report')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Accepted> {
    await this.mustReach(id, 'report.propose', principal);
    return accepted(await this.reporting.reports.withdraw(id, askerOf(principal)));
  }

  /** Proves it by its hash and by counting anew. */
  @Get(':report/proof')
  @Allow('report.read')
  @ApiReportProof()
  async proof(
    @Param('report', new IdPipe('report')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ReportProof> {
    await this.mustReach(id, 'report.read', principal);
    const proof = await this.reporting.reports.verify(id);
    if (proof === undefined) throw unknown(id);
    return proof;
  }

  private async mustReach(id: string, action: Action, principal: Principal): Promise<ReportSummary> {
    const report = await this.reporting.reports.find(id, 'figures');
    if (report === undefined || !mayIn(principal, 'report.read', report.programme)) throw unknown(id);
    if (!mayIn(principal, action, report.programme))
      throw new Problem('not-allowed', { detail: 'None of the roles held may do this here.' });
    return report;
  }
}
