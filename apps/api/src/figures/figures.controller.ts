import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import type { Comparison, FigureTable, ProvedUnits, Reporting } from '@lotse/reports';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { contentTag } from '../http/etag';
import { limitOf } from '../http/limit';
import { ApiCompare, ApiFigures, ApiProvedUnits } from '../openapi/operations/reports.operations';
import { REPORTING } from '../ports';
import { Problem } from '../problems/problem';
import { askedOf, CompareQueryRequest, FiguresQueryRequest, FigureUnitsQuery } from './figures.query';
import { IndicatorPipe } from './indicator.pipe';
import { figuresOf, reached } from './reached';

/** Who asks for what is known now gets another instant with every answer: the tag looks at the numbers alone. */
function figuresTag(table: FigureTable, asked: string | undefined): string {
  if (asked !== undefined) return contentTag(table);
  const { knownAt: now, lines, ...told } = table;
  return contentTag({
    ...told,
    lines: lines.map(({ knownAt, ...line }) => (knownAt === now ? line : { ...line, knownAt })),
  });
}

@Controller('api/v1/figures')
export class FiguresController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  /** Figures at a moment, split; suppressed for those who may not see persons. 304 while nothing has changed. */
  @Get()
  @Allow('sheet.read')
  @ApiFigures()
  async figures(
    @Query(new EnvelopePipe(FiguresQueryRequest)) query: FiguresQueryRequest,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FigureTable> {
    const { sight, ...scope } = await reached(this.reporting, principal, 'sheet.read', query);
    const table = figuresOf(await this.reporting.figures.ask({ ...scope, ...askedOf(query) }, sight));
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', figuresTag(table, query.knownAt));
    return table;
  }

  /** Figures that differ between two moments, explained by the facts that made it. */
  @Get('compare')
  @Allow('sheet.read')
  @ApiCompare()
  async compare(
    @Query(new EnvelopePipe(CompareQueryRequest)) query: CompareQueryRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Comparison> {
    const { sight, programme, asOf, knownAt } = await reached(this.reporting, principal, 'sheet.read', query);
    const { indicators } = askedOf({ indicator: query.indicator });
    const compared = await this.reporting.compare(
      {
        programme,
        ...(indicators === undefined ? {} : { indicators }),
        before: { asOf: query.beforeAsOf ?? asOf, knownAt: query.beforeKnownAt ?? knownAt },
        after: { asOf, knownAt },
      },
      sight,
    );
    return figuresOf(compared);
  }

  /** The units behind a figure, with facts, documents and hashes. */
  @Get(':indicator/units')
  @Allow('sheet.units')
  @ApiProvedUnits()
  async units(
    @Param('indicator', new IndicatorPipe()) indicator: string,
    @Query(new EnvelopePipe(FigureUnitsQuery)) query: FigureUnitsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ProvedUnits> {
    const { sight, ...scope } = await reached(this.reporting, principal, 'sheet.units', query);
    if (sight !== 'persons')
      throw new Problem('not-allowed', { detail: 'None of the roles held sees the units behind figures.' });
    const { after } = query;
    return figuresOf(
      await this.reporting.units({
        ...scope,
        ...askedOf({ from: query.from, where: query.where }),
        indicator,
        ...(after === undefined ? {} : { after }),
        limit: limitOf(query),
      }),
    );
  }
}
