import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import { figuresSdmx, type Reporting } from '@lotse/reports';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { contentTag, namesTag } from '../http/etag';
import { ApiSdmxFigures } from '../openapi/operations/sdmx.operations';
import { REPORTING } from '../ports';
import { askedOf, FiguresQueryRequest } from './figures.query';
import { figuresOf, reached } from './reached';

const SDMX_CSV = 'application/vnd.sdmx.data+csv;version=2.0.0';

/** Figures for programs that read SDMX. */
@Controller('api/v1/sdmx/figures')
export class SdmxController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  /** The same numbers as `GET /figures`, as SDMX-CSV; 304 while nothing has changed. */
  @Get()
  @Header('Content-Type', SDMX_CSV)
  @Allow('sheet.read')
  @ApiSdmxFigures()
  async figures(
    @Query(new EnvelopePipe(FiguresQueryRequest)) query: FiguresQueryRequest,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const { sight, ...scope } = await reached(this.reporting, principal, 'sheet.read', query);
    const table = figuresOf(await this.reporting.figures.ask({ ...scope, ...askedOf(query) }, sight));
    const { knownAt: now, lines } = table;
    const told = lines.map(({ knownAt, ...line }) => (knownAt === now ? line : { ...line, knownAt }));
    const tag = contentTag({ told, ...(query.knownAt === undefined ? {} : { now }) });
    response.setHeader('Cache-Control', 'private, no-cache').setHeader('ETag', tag);
    if (!namesTag(request.headers['if-none-match'], tag)) return figuresSdmx(table);
    response.status(304);
    return undefined;
  }
}
